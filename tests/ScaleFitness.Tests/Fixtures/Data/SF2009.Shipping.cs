// context rows.Carrier=40
using System.Data;
using Dapper;
using Npgsql;
using Shipping;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(NpgsqlDataSource.Create(builder.Configuration.GetConnectionString("Shipping")!));
builder.Services.AddScoped<IParcels, Parcels>();
builder.Services.AddScoped<Depots>();
builder.Services.AddHostedService<Sweeper>();
var app = builder.Build();

using (var warmUp = app.Services.GetRequiredService<NpgsqlDataSource>().OpenConnection())
    warmUp.Query<string>("SELECT name FROM settings");

app.MapGet("/parcels", (IParcels parcels) => parcels.AllAsync());
app.MapGet("/parcels/open", (IParcels parcels, string status) => parcels.OpenAsync(status));
app.MapGet("/parcels/{id:guid}", (IParcels parcels, Guid id) => parcels.OfAsync(id));
app.MapGet("/parcels/page", (IParcels parcels, int size) => parcels.PageAsync(size));
app.MapGet("/customers/{customer:guid}/parcels", (IParcels parcels, Guid customer) => parcels.OfCustomerAsync(customer));
app.MapGet("/carriers", async (NpgsqlDataSource source) =>
{
    await using var connection = await source.OpenConnectionAsync();
    return await connection.QueryAsync<string>("select name from ref.carriers order by name");
});
app.MapGet("/cities", async (NpgsqlDataSource source) =>
{
    await using var connection = await source.OpenConnectionAsync();
    return await connection.QueryAsync<string>("select distinct city from addresses"); // finding SF2009 MEDIUM
});
app.MapGet("/depots", (Depots depots, string? region) => depots.Search(region));
app.MapGet("/depots/{id}", (Depots depots, int id) => depots.One(id));
app.MapGet("/export", async (NpgsqlDataSource source) =>
{
    async Task<IEnumerable<Parcel>> Load(string table)
    {
        await using var connection = await source.OpenConnectionAsync();
        return await connection.QueryAsync<Parcel>($"SELECT * FROM {table}"); // finding SF2009 BLOCKER
    }

    return new { Now = await Load("parcels"), Then = await Load("parcels_archive") };
});
app.Run();

namespace Shipping
{
    public record Parcel(Guid Id, string Status);

    public interface IParcels
    {
        Task<IEnumerable<Parcel>> AllAsync();
        Task<IEnumerable<Parcel>> OpenAsync(string status);
        Task<Parcel?> OfAsync(Guid id);
        Task<IReadOnlyList<Parcel>> PageAsync(int size);
        Task<IReadOnlyList<Parcel>> OfCustomerAsync(Guid customer);
    }

    public class Parcels(NpgsqlDataSource source) : IParcels
    {
        private const string Columns = "id, status";
        private static readonly string Everything = "SELECT " + Columns + " FROM parcels p";

        public async Task<IEnumerable<Parcel>> AllAsync()
        {
            await using var connection = await source.OpenConnectionAsync();
            return await connection.QueryAsync<Parcel>(Everything); // finding SF2009 BLOCKER
        }

        public async Task<IEnumerable<Parcel>> OpenAsync(string status)
        {
            await using var connection = await source.OpenConnectionAsync();
            var command = new CommandDefinition(Everything + " WHERE p.status = @status", new { status });
            return await connection.QueryAsync<Parcel>(command); // finding SF2009 HIGH
        }

        public async Task<Parcel?> OfAsync(Guid id)
        {
            await using var connection = await source.OpenConnectionAsync();
            var found = await connection.QueryAsync<Parcel>($"{Everything} WHERE p.id = @id", new { id });
            return found.SingleOrDefault();
        }

        public async Task<IReadOnlyList<Parcel>> PageAsync(int size)
        {
            await using var connection = await source.OpenConnectionAsync();
            var rows = await connection.QueryAsync<Parcel>(Everything + " ORDER BY p.id LIMIT @size", new { size });
            return rows.AsList();
        }

        public async Task<IReadOnlyList<Parcel>> OfCustomerAsync(Guid customer)
        {
            await using var connection = await source.OpenConnectionAsync();
            var sql = """
                SELECT id, status
                  FROM parcels
                 WHERE customer_id = @customer -- newest first
                 ORDER BY created DESC
                """;
            var rows = await connection.QueryAsync<Parcel>(sql, new { customer }); // finding SF2009 LOW
            return rows.AsList();
        }
    }

    public class Depots(NpgsqlDataSource source)
    {
        public IEnumerable<string> Search(string? region)
        {
            var sql = "SELECT name FROM depots";
            if (region != null)
                sql += " WHERE region = @region";
            using var connection = source.OpenConnection();
            return connection.Query<string>(sql, new { region }).ToList(); // finding SF2009 BLOCKER
        }

        public string? One(int id)
        {
            using var connection = source.OpenConnection();
            return connection.QuerySingleOrDefault<string>("SELECT name FROM depots WHERE id = @id", new { id })
                ?? connection.QueryFirstOrDefault<string>("SELECT name FROM depots WHERE region = 'default'");
        }

        public async Task<(long Count, long Late)> Figures(DateTime day)
        {
            using var connection = source.OpenConnection();
            var count = await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM parcels");
            using var grid = await connection.QueryMultipleAsync("SELECT COUNT(*) FROM parcels WHERE due < @day; SELECT MAX(due) FROM parcels", new { day });
            return (count, await grid.ReadSingleAsync<long>());
        }

        public async Task<(List<string> Names, List<string> Regions)> Everything()
        {
            using var connection = source.OpenConnection();
            using var grid = await connection.QueryMultipleAsync("SELECT name FROM depots LIMIT 50; SELECT region FROM depots_history"); // finding SF2009 BLOCKER
            return ([.. await grid.ReadAsync<string>()], [.. await grid.ReadAsync<string>()]);
        }

        // What is written here only at run time could be a limit.
        public IEnumerable<string> Dynamic(string tail)
        {
            using var connection = source.OpenConnection();
            return connection.Query<string>($"SELECT name FROM depots {tail}").ToList();
        }

        public IEnumerable<string> Built(string? region, int? top)
        {
            var sql = new System.Text.StringBuilder("SELECT name FROM depots WHERE 1=1");
            if (region is not null)
                sql.Append(" AND region = @region");
            sql.AppendLine().Append($" LIMIT {top ?? 50}");
            using var connection = source.OpenConnection();
            return connection.Query<string>(sql.ToString(), new { region }).ToList();
        }

        public IEnumerable<string> BuiltWithoutEnd(string region)
        {
            var sql = new System.Text.StringBuilder();
            sql.Append("SELECT name").Append(" FROM depots");
            sql.AppendLine(" WHERE region = @region");
            using var connection = source.OpenConnection();
            return connection.Query<string>(sql.ToString(), new { region }).ToList(); // finding SF2009 HIGH
        }

        public int Close() => source.OpenConnection().Execute("UPDATE depots SET open = false");

        public IEnumerable<string> Procedure()
        {
            using var connection = source.OpenConnection();
            return connection.Query<string>("list_depots", commandType: CommandType.StoredProcedure).ToList();
        }
    }

    [Microsoft.AspNetCore.Mvc.ApiController, Microsoft.AspNetCore.Mvc.Route("depots")]
    public class DepotsController(Depots depots) : Microsoft.AspNetCore.Mvc.ControllerBase
    {
        [Microsoft.AspNetCore.Mvc.HttpGet("figures")]
        public async Task<long> Figures() => (await depots.Figures(DateTime.Today)).Count;

        [Microsoft.AspNetCore.Mvc.HttpGet("all")]
        public async Task<List<string>> All() => (await depots.Everything()).Names;

        [Microsoft.AspNetCore.Mvc.HttpGet("dynamic")]
        public IEnumerable<string> Dynamic(bool up) => depots.Dynamic(up ? "LIMIT 5" : "LIMIT 6");

        [Microsoft.AspNetCore.Mvc.HttpGet("built")]
        public IEnumerable<string> Built(string? region, int? top) => depots.Built(region, top).Concat(depots.BuiltWithoutEnd(region ?? "")).Concat(depots.Procedure());

        [Microsoft.AspNetCore.Mvc.HttpDelete]
        public int Close() => depots.Close();
    }

    public class Sweeper(NpgsqlDataSource source) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await using var connection = await source.OpenConnectionAsync(stoppingToken);
                foreach (var id in await connection.QueryAsync<Guid>("SELECT id FROM parcels WHERE status = 'lost'")) // finding SF2009 MEDIUM
                    await connection.ExecuteAsync("DELETE FROM parcels WHERE id = @id", new { id });
                await Task.Delay(60_000, stoppingToken);
            }
        }
    }
}
