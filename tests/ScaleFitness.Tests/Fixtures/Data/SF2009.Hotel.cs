using System.Data;
using System.Data.Common;
using Hotel;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddScoped<Database>();
builder.Services.AddScoped<RoomStore>();
var app = builder.Build();
app.MapControllers();
app.Run();

namespace Hotel
{
    public record Room(int Id, string Name);

    // One place runs what every store hands it: the finding stands where the SQL is written.
    public class Database(IConfiguration configuration)
    {
        public async Task<List<T>> ListAsync<T>(string sql, Func<DbDataReader, T> map, params (string Name, object Value)[] parameters)
        {
            await using var connection = new NpgsqlConnection(configuration.GetConnectionString("Hotel"));
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            foreach (var (name, value) in parameters)
                command.Parameters.AddWithValue(name, value);
            var rows = new List<T>();
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                rows.Add(map(reader));
            return rows;
        }

        public async Task<T?> FirstAsync<T>(string sql, Func<DbDataReader, T> map)
        {
            await using var connection = new NpgsqlConnection(configuration.GetConnectionString("Hotel"));
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand(sql, connection);
            await using var reader = await command.ExecuteReaderAsync();
            return await reader.ReadAsync() ? map(reader) : default;
        }

        public NpgsqlConnection Open()
        {
            var connection = new NpgsqlConnection(configuration.GetConnectionString("Hotel"));
            connection.Open();
            return connection;
        }
    }

    public class RoomStore(Database database)
    {
        private static Room Map(DbDataReader reader) => new(reader.GetInt32(0), reader.GetString(1));

        public Task<List<Room>> All() => database.ListAsync("SELECT id, name FROM rooms", Map); // finding SF2009 BLOCKER

        public Task<List<Room>> Some(int floor) => database.ListAsync("SELECT id, name FROM rooms WHERE floor = @floor LIMIT 200", Map, ("floor", floor));

        public Task<Room?> Cheapest() => database.FirstAsync("SELECT id, name FROM rooms ORDER BY price", Map);

        public List<Room> Free(DateTime day)
        {
            var rooms = new List<Room>();
            using var connection = database.Open();
            using var command = new NpgsqlCommand("SELECT r.id, r.name FROM rooms r WHERE NOT EXISTS (SELECT 1 FROM bookings b WHERE b.room_id = r.id AND b.day = @day)", connection);
            command.Parameters.AddWithValue("day", day);
            using var reader = command.ExecuteReader(); // finding SF2009 HIGH
            while (reader.Read())
                rooms.Add(Map(reader));
            return rooms;
        }

        // Rows go straight out, none is kept.
        public async Task Stream(HttpResponse response)
        {
            await using var connection = database.Open();
            await using var command = new NpgsqlCommand { Connection = connection, CommandText = "SELECT id, name FROM rooms" };
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                await response.WriteAsync(Map(reader).Name);
        }

        public IEnumerable<Room> Lazily()
        {
            using var connection = database.Open();
            using var command = new NpgsqlCommand("SELECT id, name FROM rooms", connection);
            using var reader = command.ExecuteReader();
            while (reader.Read())
                yield return Map(reader);
        }

        public DataTable Report()
        {
            var table = new DataTable();
            using var connection = database.Open();
            using var command = new NpgsqlCommand("SELECT * FROM bookings WHERE cancelled = true", connection);
            using var reader = command.ExecuteReader(); // finding SF2009 HIGH
            table.Load(reader);
            return table;
        }

        public DataSet Filled()
        {
            var set = new DataSet();
            using var connection = database.Open();
            using var adapter = new NpgsqlDataAdapter("SELECT * FROM invoices", connection);
            adapter.Fill(set); // finding SF2009 BLOCKER
            return set;
        }

        public List<Room> Shared()
        {
            using var connection = database.Open();
            using DbCommand command = connection.CreateCommand();
            command.CommandText = "SELECT id, name FROM rooms WHERE hotel_id = 7";
            using var reader = command.ExecuteReader(); // finding SF2009 LOW
            return ReadAll(reader);
        }

        private static List<Room> ReadAll(DbDataReader reader)
        {
            var rooms = new List<Room>();
            for (; reader.Read();)
                rooms.Add(Map(reader));
            return rooms;
        }

        public long Count()
        {
            using var connection = database.Open();
            using var command = new NpgsqlCommand("SELECT COUNT(*) FROM rooms", connection);
            return (long)command.ExecuteScalar()!;
        }

        public int Purge()
        {
            using var connection = database.Open();
            using IDbCommand command = connection.CreateCommand();
            command.CommandText = "DELETE FROM rooms";
            return command.ExecuteNonQuery();
        }
    }

    [ApiController, Route("rooms")]
    public class RoomsController(RoomStore rooms) : ControllerBase
    {
        [HttpGet] public Task<List<Room>> All() => rooms.All();

        [HttpGet("floor/{floor}")] public Task<List<Room>> Floor(int floor) => rooms.Some(floor);

        [HttpGet("cheapest")] public Task<Room?> Cheapest() => rooms.Cheapest();

        [HttpGet("free")] public IActionResult Free() => Ok(rooms.Free(DateTime.Today));

        [HttpGet("stream")] public Task Stream() => rooms.Stream(Response);

        [HttpGet("lazily")] public int Lazily() => rooms.Lazily().Take(10).Count();

        [HttpGet("report")] public int Report() => rooms.Report().Rows.Count + rooms.Filled().Tables.Count + rooms.Shared().Count;

        [HttpGet("count")] public long Count() => rooms.Count();

        [HttpDelete] public int Purge() => rooms.Purge();
    }
}
