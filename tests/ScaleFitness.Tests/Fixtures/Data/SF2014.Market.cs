// context instances=4
// context requestsPerSecond=400
using System.Data;
using Dapper;
using Market;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Npgsql;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddHttpContextAccessor();
builder.Services.AddDbContextFactory<MarketContext>(o => o.UseNpgsql(builder.Configuration.GetConnectionString("Market")));
builder.Services.AddSingleton<Ticker>();
builder.Services.AddSingleton<Listener>();
builder.Services.AddHostedService(p => p.GetRequiredService<Listener>());
builder.Services.AddScoped<Quotes>();
builder.Services.AddScoped<Reports>();
builder.Services.AddScoped<PerUser>();
builder.Services.AddScoped(_ => new NpgsqlConnection(builder.Configuration.GetConnectionString("Big")));
builder.Services.AddScoped<IDbConnection>(_ =>
{
    var connection = new NpgsqlConnection(builder.Configuration.GetConnectionString("Archive"));
    connection.Open();
    return connection;
});
var app = builder.Build();
using (var admin = new NpgsqlConnection("Host=db;Database=postgres;Pooling=false"))
    admin.Execute("CREATE DATABASE market");
app.MapControllers();
app.MapGet("/tenants/{tenant}/orders", async (string tenant) =>
{
    await using var connection = new NpgsqlConnection($"Host=db;Database=orders_{tenant}"); // finding SF2014 LOW
    return await connection.QueryAsync<int>("SELECT id FROM orders LIMIT 10");
});
app.Run();

namespace Market
{
    public class MarketContext(DbContextOptions<MarketContext> options) : DbContext(options)
    {
        public DbSet<Quote> Quotes => Set<Quote>();
    }

    public class Quote
    {
        public int Id { get; set; }
    }

    // All requests talk over one wire.
    public class Ticker
    {
        private readonly NpgsqlConnection _connection = new("Host=db"); // finding SF2014 BLOCKER

        public int Latest() => _connection.ExecuteScalar<int>("SELECT MAX(id) FROM quotes");
    }

    // A listener needs its own connection, for ever.
    public class Listener : BackgroundService
    {
        private NpgsqlConnection? _connection;

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            _connection = new NpgsqlConnection("Host=db");
            await _connection.OpenAsync(stoppingToken);
            while (!stoppingToken.IsCancellationRequested)
                await _connection.WaitAsync(stoppingToken);
        }
    }

    public class Quotes(IConfiguration configuration, NpgsqlDataSource source, IDbContextFactory<MarketContext> contexts)
    {
        private string Text => configuration.GetConnectionString("Reports")!;

        public async Task<int> Forgotten()
        {
            var connection = new NpgsqlConnection(Text); // finding SF2014 BLOCKER
            await connection.OpenAsync();
            return await connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM quotes");
        }

        public async Task<int> ForgottenFromSource()
        {
            var connection = await source.OpenConnectionAsync(); // finding SF2014 BLOCKER
            return await connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM quotes");
        }

        public int OnlyWhenAllIsWell()
        {
            var connection = new NpgsqlConnection(Text); // finding SF2014 HIGH
            connection.Open();
            var count = connection.ExecuteScalar<int>("SELECT COUNT(*) FROM quotes");
            connection.Close();
            return count;
        }

        public async Task<int> NotOnTheWayOut(bool early)
        {
            var connection = await source.OpenConnectionAsync(); // finding SF2014 HIGH
            if (early)
                return 0;
            try
            {
                return await connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM quotes");
            }
            finally
            {
                await connection.DisposeAsync();
            }
        }

        public async Task<List<Quote>> ForgottenContext()
        {
            var context = await contexts.CreateDbContextAsync(); // finding SF2014 MEDIUM
            return await context.Quotes.Take(10).ToListAsync();
        }

        public async Task<int> Using()
        {
            await using var connection = new NpgsqlConnection(Text);
            await connection.OpenAsync();
            await using var transaction = await connection.BeginTransactionAsync();
            var count = await connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM quotes", transaction: transaction);
            await transaction.CommitAsync();
            return count;
        }

        public async Task<int> UsingFromSource(CancellationToken token)
        {
            await using var connection = await source.OpenConnectionAsync(token).ConfigureAwait(false);
            await using var command = new NpgsqlCommand("SELECT COUNT(*) FROM quotes", connection);
            return (int)(await command.ExecuteScalarAsync(token))!;
        }

        public async Task<int> UsingContext()
        {
            await using var context = await contexts.CreateDbContextAsync();
            using var other = contexts.CreateDbContext();
            return await context.Quotes.CountAsync(q => q.Id > 5) + other.Quotes.Count(q => q.Id < 5);
        }

        public int Finally()
        {
            NpgsqlConnection? connection = null;
            try
            {
                connection = new NpgsqlConnection(Text);
                connection.Open();
                return connection.ExecuteScalar<int>("SELECT COUNT(*) FROM quotes");
            }
            finally
            {
                connection?.Dispose();
            }
        }

        // Dapper opens and closes a connection that it finds closed.
        public async Task<int> LeftClosed()
        {
            var connection = new NpgsqlConnection(Text);
            return await connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM quotes");
        }

        public NpgsqlConnection Handed()
        {
            var connection = new NpgsqlConnection(Text);
            connection.Open();
            return connection;
        }

        public async Task<UnitOfWork> Wrapped() => new(await source.OpenConnectionAsync());

        public async Task<UnitOfWork> WrappedLater()
        {
            var connection = await source.OpenConnectionAsync();
            var work = new UnitOfWork(connection);
            return work;
        }

        public IDataReader WithReader()
        {
            var connection = new NpgsqlConnection(Text);
            var command = new NpgsqlCommand("SELECT 1", connection);
            connection.Open();
            return command.ExecuteReader(CommandBehavior.CloseConnection);
        }

        public int Lambda()
        {
            int Read()
            {
                var connection = source.OpenConnection(); // finding SF2014 BLOCKER
                return connection.ExecuteScalar<int>("SELECT 1");
            }

            Func<int> safe = () =>
            {
                using var connection = source.OpenConnection();
                return connection.ExecuteScalar<int>("SELECT 1");
            };
            return Read() + safe();
        }
    }

    public sealed class UnitOfWork(NpgsqlConnection connection) : IAsyncDisposable
    {
        public NpgsqlConnection Connection => connection;

        public ValueTask DisposeAsync() => connection.DisposeAsync();
    }

    public class Reports
    {
        public NpgsqlDataSource Source()
        {
            var text = new NpgsqlConnectionStringBuilder("Host=db") { MaxPoolSize = 10 }; // finding SF2014 BLOCKER
            return NpgsqlDataSource.Create(text.ConnectionString);
        }

        public NpgsqlConnectionStringBuilder Off() => new("Host=db") { Pooling = false }; // finding SF2014 BLOCKER

        public NpgsqlConnectionStringBuilder Plenty() => new("Host=db") { MaxPoolSize = 200, Pooling = true };
    }

    public class PerUser(IHttpContextAccessor http, IConfiguration configuration)
    {
        public async Task<int> OfUser()
        {
            var name = http.HttpContext!.User.Identity!.Name;
            await using var connection = new NpgsqlConnection("Host=db;Database=market;Username=" + name); // finding SF2014 BLOCKER
            return await connection.ExecuteScalarAsync<int>("SELECT 1");
        }

        public async Task<int> Named()
        {
            var builder = new NpgsqlConnectionStringBuilder(configuration.GetConnectionString("Big"));
            builder.ApplicationName = http.HttpContext!.TraceIdentifier; // finding SF2014 BLOCKER
            await using var connection = new NpgsqlConnection(builder.ConnectionString);
            return await connection.ExecuteScalarAsync<int>("SELECT 1");
        }

        public async Task<int> OfApp()
        {
            var host = configuration["Database:Host"];
            var builder = new NpgsqlConnectionStringBuilder { Host = host, ApplicationName = "market" };
            await using var connection = new NpgsqlConnection($"{builder.ConnectionString};Database={configuration["Database:Name"]}");
            return await connection.ExecuteScalarAsync<int>("SELECT 1");
        }
    }

    [ApiController, Route("quotes")]
    public class QuotesController(Quotes quotes, Reports reports, PerUser user, Ticker ticker, IDbConnection open, NpgsqlConnection plain) : ControllerBase
    {
        [HttpGet]
        public async Task<int> Get() =>
            await quotes.Forgotten() + await quotes.ForgottenFromSource() + quotes.OnlyWhenAllIsWell() + await quotes.NotOnTheWayOut(true) + (await quotes.ForgottenContext()).Count;

        [HttpGet("right")]
        public async Task<int> Right()
        {
            await using var work = await quotes.Wrapped();
            await using var later = await quotes.WrappedLater();
            using var handed = quotes.Handed();
            using var reader = quotes.WithReader();
            return await quotes.Using() + await quotes.UsingFromSource(default) + await quotes.UsingContext() + quotes.Finally() + await quotes.LeftClosed() + quotes.Lambda();
        }

        [HttpGet("user")] public async Task<int> User1() => await user.OfUser() + await user.Named() + await user.OfApp() + ticker.Latest();

        [HttpGet("reports")] public string Report() => reports.Source().ConnectionString + reports.Off() + reports.Plenty() + open.State + plain.State;
    }
}
