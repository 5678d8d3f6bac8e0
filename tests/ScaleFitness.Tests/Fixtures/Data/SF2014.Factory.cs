using System.Data;
using Dapper;
using FactoryApp;
using Microsoft.EntityFrameworkCore;
using Npgsql;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton<IConnections, Connections>();
builder.Services.AddSingleton<Cache>();
builder.Services.AddScoped<Session>();
builder.Services.AddScoped<IDbConnection>(p => p.GetRequiredService<IConnections>().Open());
builder.Services.AddScoped<Stock>();
builder.Services.AddScoped<MadeByHand>();
builder.Services.AddHostedService<Loader>();
var app = builder.Build();
app.MapGet("/stock", (Stock stock, bool early) => stock.Forgotten() + stock.Closed() + stock.Early(early) + stock.Shared().Result + stock.Nested());
app.MapGet("/right", (Stock stock, Session session) => stock.Used() + stock.Switch(1) + session.Count());
app.MapGet("/hand", (MadeByHand hand, Cache cache) => hand.Count() + hand.Right() + cache.Size);
app.Run();

namespace FactoryApp
{
    public interface IConnections
    {
        IDbConnection Create();
        NpgsqlConnection Open();
        Task<NpgsqlConnection> OpenAsync();
    }

    public class Connections(IConfiguration configuration) : IConnections
    {
        public IDbConnection Create() => new NpgsqlConnection(configuration["Database"]);

        public NpgsqlConnection Open()
        {
            var connection = new NpgsqlConnection(configuration["Database"]);
            connection.Open();
            return connection;
        }

        public async Task<NpgsqlConnection> OpenAsync()
        {
            var connection = new NpgsqlConnection(configuration["Database"]);
            await connection.OpenAsync();
            return connection;
        }
    }

    public class Stock(IConnections connections)
    {
        public int Forgotten()
        {
            var connection = connections.Open(); // finding SF2014 BLOCKER
            return connection.ExecuteScalar<int>("SELECT 1");
        }

        public int Early(bool early)
        {
            var connection = connections.Create(); // finding SF2014 HIGH
            connection.Open();
            if (early)
                return 0;
            connection.Dispose();
            return 1;
        }

        public int Closed() => connections.Create().ExecuteScalar<int>("SELECT 1");

        public int Used()
        {
            using (var connection = connections.Open())
            using (var second = connections.Create())
            {
                second.Open();
                return connection.ExecuteScalar<int>("SELECT 1") + second.ExecuteScalar<int>("SELECT 2");
            }
        }

        public async Task<int> Shared()
        {
            await using var connection = await connections.OpenAsync();
            try
            {
                return await connection.ExecuteScalarAsync<int>("SELECT 1");
            }
            catch (NpgsqlException)
            {
                return 0;
            }
        }

        public int Switch(int kind)
        {
            using IDbConnection connection = kind switch
            {
                1 => connections.Open(),
                _ => connections.Create(),
            };
            return connection.ExecuteScalar<int>("SELECT 1");
        }

        public int Nested()
        {
            var connection = connections.Open();
            try
            {
                using var transaction = connection.BeginTransaction();
                connection.Execute("UPDATE stock SET n = 1", transaction: transaction);
                transaction.Commit();
                return 1;
            }
            finally
            {
                connection.Close();
            }
        }
    }

    // It keeps the connection for the request, and closes it with itself.
    public sealed class Session(IConnections connections) : IDisposable
    {
        private NpgsqlConnection? _connection;

        private NpgsqlConnection Current => _connection ??= connections.Open();

        public int Count() => Current.ExecuteScalar<int>("SELECT 1");

        public void Dispose() => _connection?.Dispose();
    }

    public class StockContext(DbContextOptions<StockContext> options) : DbContext(options)
    {
        public DbSet<Item> Items => Set<Item>();
    }

    public class Item
    {
        public int Id { get; set; }
    }

    public class MadeByHand(DbContextOptions<StockContext> options)
    {
        public int Count()
        {
            var context = new StockContext(options); // finding SF2014 MEDIUM
            return context.Items.Count(i => i.Id > 3);
        }

        public int Right()
        {
            using var context = new StockContext(options);
            return context.Items.Count(i => i.Id > 3);
        }
    }

    public class Cache
    {
        private static NpgsqlConnection? _shared; // a static that nothing sets

        public int Size => _shared is null ? 0 : 1;
    }

    public class Loader(IConnections connections) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                var connection = await connections.OpenAsync(); // finding SF2014 HIGH
                await connection.ExecuteAsync("UPDATE stock SET n = 2");
                await Task.Delay(1_000, stoppingToken);
            }
        }
    }
}
