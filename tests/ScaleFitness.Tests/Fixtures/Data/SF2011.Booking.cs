using System.Data;
using System.Net.Mail;
using BookingApp;
using Dapper;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddHttpClient();
builder.Services.AddDbContext<BookingContext>(o => o.UseNpgsql("Host=db"));
builder.Services.AddScoped<IBookings, Bookings>();
builder.Services.AddScoped<INotifier, Notifier>();
builder.Services.AddScoped<Unit>();
var app = builder.Build();
using (var start = app.Services.CreateScope())
{
    var db = start.ServiceProvider.GetRequiredService<BookingContext>();
    using var transaction = db.Database.BeginTransaction();
    Thread.Sleep(1_000);
    transaction.Commit();
}

app.MapControllers();
app.Run();

namespace BookingApp
{
    public class Booking
    {
        public int Id { get; set; }
    }

    public class BookingContext(DbContextOptions<BookingContext> options) : DbContext(options)
    {
        public DbSet<Booking> Bookings => Set<Booking>();
    }

    public interface INotifier
    {
        void Mail(string text);
        Task Call(string url);
        void Note(string text);
    }

    public class Notifier(IHttpClientFactory clients, BookingContext db) : INotifier
    {
        public void Mail(string text)
        {
            using var smtp = new SmtpClient("mail");
            smtp.Send("a@b", "c@d", "booked", text);
        }

        public async Task Call(string url)
        {
            using var response = await clients.CreateClient("hooks").GetAsync(url);
            response.EnsureSuccessStatusCode();
        }

        public void Note(string text) => db.Bookings.Add(new Booking());
    }

    public class Unit(NpgsqlDataSource source)
    {
        public T Run<T>(Func<IDbConnection, IDbTransaction, T> work)
        {
            using var connection = source.OpenConnection();
            using IDbTransaction transaction = connection.BeginTransaction();
            try
            {
                var result = work(connection, transaction);
                transaction.Commit();
                return result;
            }
            catch
            {
                transaction.Rollback();
                throw;
            }
        }
    }

    public interface IBookings
    {
        Task Book(int id);
        Task BookRightly(int id);
        int BookInUnit(int id);
        Task BookInSteps(int id);
    }

    public class Bookings(BookingContext db, INotifier notifier, Unit unit) : IBookings
    {
        private IDbContextTransaction? _transaction;

        public async Task Book(int id)
        {
            var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted);
            try
            {
                db.Bookings.Add(new Booking { Id = id });
                await db.SaveChangesAsync();
                await Notify(id); // finding SF2011 HIGH
                await transaction.CommitAsync();
            }
            finally
            {
                await transaction.DisposeAsync();
            }

            await Notify(id);
        }

        private Task Notify(int id) => id > 0 ? notifier.Call($"https://hooks.example/{id}") : Task.CompletedTask;

        public async Task BookRightly(int id)
        {
            await using (var transaction = await db.Database.BeginTransactionAsync())
            {
                notifier.Note("booked");
                await db.SaveChangesAsync();
                await transaction.CommitAsync();
            }

            notifier.Mail("booked");
            foreach (var url in new[] { "https://a.example", "https://b.example" })
                await notifier.Call(url);
        }

        public int BookInUnit(int id)
        {
            var rows = unit.Run((connection, transaction) =>
            {
                var changed = connection.Execute("INSERT INTO bookings VALUES (@id)", new { id }, transaction);
                notifier.Mail("booked"); // finding SF2011 HIGH
                return changed;
            });
            notifier.Mail("done");
            return rows + unit.Run((connection, transaction) => connection.Execute("UPDATE rooms SET n = n + 1 WHERE id = @id", new { id }, transaction));
        }

        public async Task BookInSteps(int id)
        {
            await Begin();
            db.Bookings.Add(new Booking { Id = id });
            notifier.Mail("booked"); // finding SF2011 HIGH
            await Commit();
            notifier.Mail("after");
        }

        private async Task Begin() => _transaction = await db.Database.BeginTransactionAsync();

        private async Task Commit()
        {
            await db.SaveChangesAsync();
            await _transaction!.CommitAsync();
        }
    }

    [ApiController, Route("bookings")]
    public class BookingsController(IBookings bookings, INotifier notifier, BookingContext db) : ControllerBase
    {
        [HttpPost]
        public async Task Post(int id)
        {
            await bookings.Book(id);
            await bookings.BookRightly(id);
            bookings.BookInUnit(id);
            await bookings.BookInSteps(id);
        }

        [HttpPost("loop")]
        public async Task Loop(int[] ids)
        {
            foreach (var id in ids)
            {
                using var transaction = db.Database.BeginTransaction();
                db.Bookings.Add(new Booking { Id = id });
                db.SaveChanges();
                transaction.Commit();
                await notifier.Call("https://next.example");
            }
        }
    }
}
