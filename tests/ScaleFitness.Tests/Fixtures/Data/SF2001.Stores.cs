using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using MongoDB.Driver;
using MongoDB.Driver.Linq;
using NHibernate.Linq;
using Stores;

// Queries of other libraries, run by operators of theirs.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(new MongoClient("mongodb://db").GetDatabase("stores").GetCollection<Reading>("readings"));
builder.Services.AddScoped<Ravens>();
builder.Services.AddScoped<IMartens, Martens>();
var app = builder.Build();
app.MapGet("/mongo", (IMongoCollection<Reading> readings) => MongoQueryable.ToListAsync(readings.AsQueryable().Where(r => r.Open))); // finding SF2001 HIGH
app.MapGet("/mongo/few", (IMongoCollection<Reading> readings) => MongoQueryable.ToListAsync(readings.AsQueryable().Where(r => r.Open).Take(20)));
app.MapGet("/mongo/count", (IMongoCollection<Reading> readings) => MongoQueryable.CountAsync(readings.AsQueryable().Where(r => r.Open)));
app.MapGet("/linq2db", async (DataConnection db) => await LinqToDB.Async.AsyncExtensions.ToListAsync(db.GetTable<Reading>())); // finding SF2001 BLOCKER
app.MapGet("/linq2db/key/{id:int}", async (int id, DataConnection db) => await LinqToDB.Async.AsyncExtensions.ToListAsync(db.GetTable<Reading>().Where(r => r.Id == id)));
app.MapGet("/nhibernate", async (NHibernate.ISession session) => await LinqExtensionMethods.ToListAsync(session.Query<Reading>().OrderBy(r => r.Id))); // finding SF2001 BLOCKER
app.MapGet("/nhibernate/few", (NHibernate.ISession session) => session.Query<Reading>().OrderBy(r => r.Id).Take(5).ToList());
app.MapGet("/ravens", (Ravens ravens) => ravens.AllAsync());
app.MapGet("/ravens/few", (Ravens ravens) => ravens.FewAsync());
app.MapGet("/martens", (IMartens martens) => martens.AllAsync());
app.Run();

namespace Stores
{
    public sealed class Reading
    {
        public int Id { get; set; }
        public bool Open { get; set; }
    }

    public sealed class Ravens(Raven.Client.Documents.Session.IAsyncDocumentSession session)
    {
        public async Task<List<Reading>> AllAsync() => await Raven.Client.Documents.LinqExtensions.ToListAsync(session.Query<Reading>()); // finding SF2001 BLOCKER

        public async Task<List<Reading>> FewAsync()
        {
            var query = session.Query<Reading>().Where(r => r.Open);
            return await Raven.Client.Documents.LinqExtensions.ToListAsync(query.Take(10));
        }
    }

    public interface IMartens
    {
        Task<IReadOnlyList<Reading>> AllAsync();
    }

    public sealed class Martens(Marten.IQuerySession session) : IMartens
    {
        public Task<IReadOnlyList<Reading>> AllAsync() => Marten.QueryableExtensions.ToListAsync(session.Query<Reading>().Where(r => r.Open)); // finding SF2001 HIGH
    }
}
