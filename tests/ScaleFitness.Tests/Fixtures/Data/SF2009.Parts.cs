using System.Data;
using Dapper;
using Microsoft.AspNetCore.Mvc;
using Npgsql;
using Parts;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddSingleton<IConnectionFactory, ConnectionFactory>();
builder.Services.AddScoped(typeof(IReadStore<>), typeof(ReadStore<>));
builder.Services.AddScoped<PartQueries>();
builder.Services.AddScoped<PartSearch>();
var app = builder.Build();
app.MapControllers();
app.MapGet("/suppliers", (IReadStore<Supplier> store) => store.All());
app.MapGet("/suppliers/{id}", (IReadStore<Supplier> store, int id) => store.One(id));
app.MapGet("/lots", (IConnectionFactory factory) =>
{
    using var connection = factory.Create();
    var lots = connection.Query<Lot>(Sql.Lots, new { state = 1 }); // finding SF2009 HIGH
    return lots.Select(l => l.Id).ToList();
});
app.Run();

namespace Parts
{
    public record Part(int Id, string Name);

    public record Lot(int Id);

    public record Supplier(int Id);

    public static class Sql
    {
        public const string Table = "parts";

        public static string Lots => $"""
            SELECT l.id
            FROM warehouse."Lots" AS l
            INNER JOIN bins b ON b.id = l.bin_id AND b.kind = 3
            WHERE l.state = @state OR (l.state = 9 AND l.archived IS NOT NULL)
            ORDER BY l.id
            """;

        public static string ById(string table) => string.Format("SELECT * FROM {0} WHERE {1} = @id", table, "id");

        public static string Page(string table, string order) => $"SELECT * FROM {table} ORDER BY {order} OFFSET @skip ROWS FETCH NEXT @size ROWS ONLY";

        public static string AllOf(string table) => "SELECT * FROM " + table;
    }

    public interface IConnectionFactory
    {
        IDbConnection Create();
    }

    public class ConnectionFactory(IConfiguration configuration) : IConnectionFactory
    {
        public IDbConnection Create() => new NpgsqlConnection(configuration.GetConnectionString("Parts"));
    }

    public interface IReadStore<T>
    {
        Task<IEnumerable<T>> All();
        Task<T?> One(int id);
    }

    // The cause of every list without an end stands here, not at its users.
    public class ReadStore<T>(IConnectionFactory factory) : IReadStore<T>
    {
        public async Task<IEnumerable<T>> All()
        {
            using var connection = factory.Create();
            return await connection.QueryAsync<T>($"SELECT * FROM {typeof(T).Name}s"); // finding SF2009 BLOCKER
        }

        public async Task<T?> One(int id)
        {
            using var connection = factory.Create();
            return (await connection.QueryAsync<T>($"SELECT * FROM {typeof(T).Name}s WHERE id = @id", new { id })).FirstOrDefault();
        }
    }

    public class PartQueries(IConnectionFactory factory)
    {
        private async Task<List<T>> RunAsync<T>(string sql, object? parameters = null)
        {
            using var connection = factory.Create();
            var command = new CommandDefinition(sql, parameters, commandTimeout: 5);
            return (await connection.QueryAsync<T>(command)).AsList();
        }

        private Task<List<Part>> PartsAsync(string condition, object parameters) => RunAsync<Part>("SELECT * FROM parts WHERE " + condition, parameters);

        public Task<List<Part>> All() => RunAsync<Part>(Sql.AllOf(Sql.Table)); // finding SF2009 BLOCKER

        public Task<List<Part>> Named(string name) => PartsAsync("name ILIKE @name", new { name }); // finding SF2009 HIGH

        public Task<List<Part>> OfKey(int id) => PartsAsync("id = @id", new { id });

        public Task<List<Part>> ById(int id) => RunAsync<Part>(Sql.ById("parts"), new { id });

        public Task<List<Part>> Page(int page) => RunAsync<Part>(Sql.Page(Sql.Table, "name"), new { skip = page * 20, size = 20 });

        public async Task<int> Counted()
        {
            var counts = await RunAsync<int>("select count(*) from parts p where not exists (select 1 from lots l where l.part_id = p.id)");
            return counts[0];
        }

        public Task<List<string>> Union() => RunAsync<string>("SELECT name FROM parts WHERE id = @id UNION ALL SELECT name FROM old_parts"); // finding SF2009 BLOCKER

        public Task<List<string>> Newest() => RunAsync<string>("WITH newest AS (SELECT * FROM parts ORDER BY id DESC LIMIT 5) SELECT n.name FROM newest n JOIN lots l ON l.part_id = n.id WHERE l.id = @lot");
    }

    public class PartSearch(IConnectionFactory factory, Func<string> dialect)
    {
        public IEnumerable<Part> Filtered(string? name, int? lot, int? top)
        {
            var conditions = new List<string>();
            if (name is not null)
                conditions.Add("name = @name");
            if (lot is not null)
                conditions.Add("lot_id = @lot");
            var where = conditions.Count > 0 ? " WHERE " + string.Join(" AND ", conditions) : "";
            using var connection = factory.Create();
            // Whole where nothing is asked for; what is asked for cannot be seen.
            return connection.Query<Part>("SELECT * FROM parts" + where, new { name, lot }).ToList(); // finding SF2009 BLOCKER @low: one of the ways is whole
        }

        public IEnumerable<Part> Dialect() 
        {
            using var connection = factory.Create();
            return connection.Query<Part>(dialect()).ToList();
        }

        public async IAsyncEnumerable<Part> Streamed()
        {
            await using var connection = new NpgsqlConnection("Host=db");
            await foreach (var part in connection.QueryUnbufferedAsync<Part>("SELECT * FROM parts"))
                yield return part;
        }

        public List<Part> Read()
        {
            var parts = new List<Part>();
            using var connection = factory.Create();
            using var reader = connection.ExecuteReader("SELECT id, name FROM parts"); // finding SF2009 BLOCKER
            while (reader.Read())
            {
                var part = new Part(reader.GetInt32(0), reader.GetString(1));
                if (part.Name.Length > 0)
                    parts.Add(part);
            }

            return parts;
        }

        public int Locals(bool all)
        {
            Func<IDbConnection, int> count = c => c.Query<int>("SELECT id FROM parts WHERE lot_id = @lot", new { lot = 1 }).Count(); // finding SF2009 LOW
            using var connection = factory.Create();
            return count(connection) + connection.ExecuteScalar<int>(all ? "SELECT COUNT(*) FROM parts" : "SELECT MAX(id) FROM parts WHERE lot_id = 1");
        }
    }

    [ApiController, Route("parts")]
    public class PartsController(PartQueries queries, PartSearch search) : ControllerBase
    {
        [HttpGet] public Task<List<Part>> All() => queries.All();

        [HttpGet("named")] public Task<List<Part>> Named(string name) => queries.Named(name);

        [HttpGet("{id}")] public async Task<int> Get(int id) => (await queries.OfKey(id)).Count + (await queries.ById(id)).Count + (await queries.Page(id)).Count + await queries.Counted();

        [HttpGet("names")] public async Task<int> Names() => (await queries.Union()).Count + (await queries.Newest()).Count;

        [HttpGet("search")] public int Search(string? name) => search.Filtered(name, null, null).Count() + search.Dialect().Count() + search.Read().Count + search.Locals(true);

        [HttpGet("streamed")] public IAsyncEnumerable<Part> Streamed() => search.Streamed();
    }
}
