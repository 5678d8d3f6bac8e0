using Azure.Data.Tables;
using Dapper;
using Depot;
using Microsoft.EntityFrameworkCore;
using Npgsql;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<DepotDb>(o => o.UseNpgsql("Host=db"));
builder.Services.AddScoped<Scripts>();
builder.Services.AddScoped<Journal>();
var app = builder.Build();

// A script's statements have an order, and nothing in common that one statement could do for all.
app.MapPost("/scripts/seed", (string name, Scripts scripts) => scripts.Run(File.ReadLines(Path.Combine("seeds", name + ".sql"))));
app.MapPost("/scripts/direct", async (DepotDb db) =>
{
    foreach (var statement in (await File.ReadAllTextAsync("reset.sql")).Split(';'))
        await db.Database.ExecuteSqlRawAsync(statement);
});
app.MapPost("/scripts/dapper", async () =>
{
    await using var connection = new NpgsqlConnection("Host=db");
    foreach (var statement in (await File.ReadAllTextAsync("reset.sql")).Split(';'))
        await connection.ExecuteAsync(statement);
});
app.MapPost("/crates/names", async (List<string> names, DepotDb db) =>
{
    foreach (var name in names)
        await db.Database.ExecuteSqlRawAsync("INSERT INTO crates (name) VALUES ({0})", name); // finding SF2003 HIGH: the element is a parameter
});
app.MapPost("/crates/scripts", (List<string> names, Scripts scripts) => scripts.Name(names));

// What a statement does says whether it writes, not the method that it is handed to.
app.MapPost("/crates/seen", async (List<int> ids) =>
{
    await using var connection = new NpgsqlConnection("Host=db");
    foreach (var id in ids)
        await connection.ExecuteScalarAsync<int>("UPDATE crates SET seen = now() WHERE id = @id", new { id }); // finding SF2003 HIGH
});
app.MapPost("/crates/new", async (List<Crate> crates) =>
{
    await using var connection = new NpgsqlConnection("Host=db");
    foreach (var crate in crates)
        crate.Id = await connection.QuerySingleAsync<int>("  insert into crates (name) values (@Name) returning id", crate); // finding SF2003 HIGH
});
app.MapPost("/crates/weights", async (List<int> ids) =>
{
    await using var connection = new NpgsqlConnection("Host=db");
    var sum = 0;
    foreach (var id in ids)
        sum += await connection.ExecuteScalarAsync<int>("SELECT weight FROM crates WHERE id = @id", new { id });
    return sum;
});
app.MapPost("/journal", (List<Entry> entries, Journal journal) => journal.AddAsync(entries));
app.MapPost("/journal/each", (List<Entry> entries, Journal journal) => journal.AddEachAsync(entries));
app.Run();

namespace Depot
{
    public class Scripts(DepotDb db)
    {
        public void Run(IEnumerable<string> lines)
        {
            foreach (var statement in Statements(lines))
                Execute(statement);
        }

        public void Name(IEnumerable<string> names)
        {
            foreach (var name in names)
                Execute("INSERT INTO crates (name) VALUES ('" + name + "')"); // finding SF2003 HIGH: one statement, made again and again
        }

        private void Execute(string sql) => db.Database.ExecuteSqlRaw(sql);

        private static List<string> Statements(IEnumerable<string> lines)
        {
            var result = new List<string>();
            var statement = "";
            foreach (var line in lines)
                if (line == "GO")
                {
                    result.Add(statement);
                    statement = "";
                }
                else
                {
                    statement += line + "\n";
                }

            return result;
        }
    }

    public class Journal(TableClient table)
    {
        // A batch of the store is of one partition.
        public async Task AddAsync(List<Entry> entries)
        {
            foreach (var partition in entries.GroupBy(e => e.PartitionKey))
            {
                var rows = partition.ToList();
                if (rows.Count == 1)
                {
                    await table.AddEntityAsync(rows[0]);
                    continue;
                }

                await table.SubmitTransactionAsync(rows);
            }
        }

        public async Task AddEachAsync(List<Entry> entries)
        {
            foreach (var entry in entries)
                await table.AddEntityAsync(entry); // finding SF2003 HIGH
        }
    }

    public class Entry(string partitionKey, string rowKey) : TableEntity(partitionKey, rowKey) { public string Text { get; set; } = ""; }

    public class Crate { public int Id { get; set; } public string Name { get; set; } = ""; }

    public class DepotDb(DbContextOptions<DepotDb> options) : DbContext(options)
    {
        public DbSet<Crate> Crates => Set<Crate>();
    }
}
