using System.Data.Common;
using Dapper;
using Freight;
using MongoDB.Driver;
using Npgsql;
using StackExchange.Redis;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(_ => NpgsqlDataSource.Create("Host=db"));
builder.Services.AddScoped<Shipments>();
var app = builder.Build();

app.MapGet("/shipments", (Shipments shipments) => shipments.WithCrates());
app.MapGet("/shipments/reader", (Shipments shipments) => shipments.ByReader());
app.MapGet("/shipments/plain", (Shipments shipments) => shipments.PlainReader());
app.MapPost("/shipments/many", (Shipments shipments, List<int> ids) => shipments.ManyAsync(ids));
app.MapPost("/tracks", async (IMongoCollection<Track> tracks, List<string> numbers) =>
{
    var found = new List<Track>();
    foreach (var number in numbers)
        found.Add(await tracks.Find(t => t.Number == number).FirstOrDefaultAsync()); // finding SF2002 HIGH
    return found;
});
app.MapGet("/tracks/all", async (IMongoCollection<Track> tracks, IMongoCollection<Crate> crates) =>
{
    var count = 0L;
    foreach (var track in await tracks.Find(t => t.Open).ToListAsync())
        count += await crates.CountDocumentsAsync(Builders<Crate>.Filter.Eq(c => c.Track, track.Number)); // finding SF2002 HIGH
    return count;
});
app.MapPost("/positions", async (IDatabase redis, string[] ships) =>
{
    var positions = new List<string?>();
    foreach (var ship in ships)
        positions.Add(await redis.StringGetAsync("position:" + ship)); // finding SF2002 HIGH
    return positions;
});
app.MapPost("/positions/and-cargo", async (IDatabase redis, string[] ships) =>
{
    // Two commands for each ship, all sent together.
    var both = await Task.WhenAll(ships.SelectMany(ship => new[] { redis.StringGetAsync("position:" + ship), redis.StringGetAsync("cargo:" + ship) }));
    return both.Length;
});
app.MapPost("/positions/pipelined", async (IDatabase redis, string[] ships) =>
{
    // Sent at once over one connection: one round trip.
    var positions = await Task.WhenAll(ships.Select(ship => redis.StringGetAsync("position:" + ship)));
    return positions.Length;
});
app.Run();

namespace Freight
{
    public sealed class Shipments(NpgsqlDataSource source)
    {
        public async Task<List<Shipment>> WithCrates()
        {
            await using var connection = await source.OpenConnectionAsync();
            var shipments = (await connection.QueryAsync<Shipment>("select id, name from shipments")).ToList();
            foreach (var shipment in shipments)
                shipment.Crates = await CratesAsync(connection, shipment.Id); // finding SF2002 HIGH
            return shipments;
        }

        private static Task<int> CratesAsync(DbConnection connection, int id) =>
            connection.ExecuteScalarAsync<int>("select count(*) from crates where shipment = @id", new { id });

        public int ByReader()
        {
            using var connection = source.OpenConnection();
            using var other = source.OpenConnection();
            using var command = connection.CreateCommand();
            command.CommandText = "select id from shipments";
            using var reader = command.ExecuteReader();
            var sum = 0;
            while (reader.Read())
            {
                using var count = other.CreateCommand();
                count.CommandText = "select count(*) from crates where shipment = " + reader.GetInt32(0);
                sum += (int)count.ExecuteScalar()!; // finding SF2002 HIGH: another query for each row of the reader
            }

            return sum;
        }

        public async Task<List<int>> PlainReader()
        {
            await using var connection = await source.OpenConnectionAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "select id from shipments";
            await using var reader = await command.ExecuteReaderAsync();
            var ids = new List<int>();
            do
            {
                while (await reader.ReadAsync())
                    ids.Add(reader.GetInt32(0));
            }
            while (await reader.NextResultAsync());
            return ids;
        }

        public async Task<List<Shipment>> ManyAsync(List<int> ids)
        {
            await using var connection = await source.OpenConnectionAsync();
            var all = await connection.QueryAsync<Shipment>("select id, name from shipments where id = any(@ids)", new { ids });
            var names = all.ToDictionary(s => s.Id, s => s.Name);
            foreach (var id in ids)
                Console.WriteLine(names.GetValueOrDefault(id));
            return [.. all];
        }
    }

    public sealed class Shipment { public int Id { get; set; } public string Name { get; set; } = ""; public int Crates { get; set; } }
    public sealed class Track { public string Number { get; set; } = ""; public bool Open { get; set; } }
    public sealed class Crate { public string Track { get; set; } = ""; }
}
