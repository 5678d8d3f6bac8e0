using System.Data;
using System.Transactions;
using Bank;
using Dapper;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using IsolationLevel = System.Data.IsolationLevel;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddDbContext<BankContext>(o => o.UseNpgsql("Host=db"));
builder.Services.AddScoped<ITransfers, Transfers>();
builder.Services.AddScoped<Ledger>();
builder.Services.AddHostedService<Settler>();
var app = builder.Build();
using (var start = app.Services.CreateScope())
    start.ServiceProvider.GetRequiredService<BankContext>().Database.ExecuteSqlRaw("LOCK TABLE migrations IN EXCLUSIVE MODE");
app.MapControllers();
app.Run();

namespace Bank
{
    public class Account
    {
        public int Id { get; set; }
        public decimal Balance { get; set; }
    }

    public class BankContext(DbContextOptions<BankContext> options) : DbContext(options)
    {
        public DbSet<Account> Accounts => Set<Account>();
    }

    public interface ITransfers
    {
        Task MoveAsync(int from, int to, decimal amount);
        Task MoveGentlyAsync(int from, int to, decimal amount);
        void Scoped();
        Task ScopedAsync();
    }

    public class Transfers(BankContext db) : ITransfers
    {
        private static readonly TransactionOptions Committed = new() { IsolationLevel = System.Transactions.IsolationLevel.ReadCommitted };

        public async Task MoveAsync(int from, int to, decimal amount)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable); // finding SF2010 HIGH
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        }

        public async Task MoveGentlyAsync(int from, int to, decimal amount)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted);
            await using var plain = await db.Database.BeginTransactionAsync();
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        }

        public void Scoped()
        {
            using (var scope = new TransactionScope()) // finding SF2010 HIGH
            {
                db.SaveChanges();
                scope.Complete();
            }

            var options = new TransactionOptions { Timeout = TimeSpan.FromSeconds(5) };
            using (var scope = new TransactionScope(TransactionScopeOption.RequiresNew, options)) // finding SF2010 HIGH
                scope.Complete();

            using (var named = new TransactionScope(TransactionScopeOption.Required, new TransactionOptions { IsolationLevel = System.Transactions.IsolationLevel.Serializable }, TransactionScopeAsyncFlowOption.Enabled)) // finding SF2010 HIGH
                named.Complete();
        }

        public async Task ScopedAsync()
        {
            using (var scope = new TransactionScope(TransactionScopeOption.Required, Committed, TransactionScopeAsyncFlowOption.Enabled))
            {
                await db.SaveChangesAsync();
                scope.Complete();
            }

            using (var scope = new TransactionScope(TransactionScopeOption.Required, new TransactionOptions { IsolationLevel = System.Transactions.IsolationLevel.RepeatableRead }))
                scope.Complete();
            using (var none = new TransactionScope(TransactionScopeOption.Suppress))
                none.Complete();
            using (var flow = Flow())
                flow.Complete();
        }

        // One cause behind every caller.
        private static TransactionScope Flow() => new(TransactionScopeAsyncFlowOption.Enabled); // finding SF2010 HIGH
    }

    public class Ledger(NpgsqlDataSource source)
    {
        public async Task Close(Func<NpgsqlTransaction, Task> work)
        {
            await using var connection = await source.OpenConnectionAsync();
            await using var transaction = await connection.BeginTransactionAsync();
            await connection.ExecuteAsync("LOCK TABLE entries IN SHARE ROW EXCLUSIVE MODE", transaction: transaction); // finding SF2010 HIGH
            await work(transaction);
            await transaction.CommitAsync();
        }

        public async Task Gently()
        {
            await using var connection = await source.OpenConnectionAsync();
            await connection.ExecuteAsync("LOCK TABLE entries IN ROW EXCLUSIVE MODE; LOCK TABLE other IN ACCESS SHARE MODE");
            await connection.QueryAsync<int>("SELECT id FROM accounts WHERE id = @id FOR UPDATE", new { id = 1 });
            await connection.QueryAsync<int>("SELECT id FROM entries WHERE account_id = @id FOR UPDATE", new { id = 1 });
            await connection.QueryAsync<int>("SELECT id FROM jobs WHERE state = 'new' ORDER BY id LIMIT 10 FOR UPDATE SKIP LOCKED");
            await connection.QueryAsync<int>("SELECT id, 'TABLOCKX' FROM accounts -- FOR UPDATE");
            await connection.ExecuteAsync("MERGE INTO rates WITH (HOLDLOCK) USING (SELECT @id AS id) s ON rates.id = s.id WHEN NOT MATCHED THEN INSERT VALUES (s.id)", new { id = 1 });
        }

        public IEnumerable<int> Locked(string state)
        {
            using var connection = source.OpenConnection();
            return connection.Query<int>("SELECT id FROM entries WHERE state = @state FOR UPDATE", new { state }).ToList(); // finding SF2010 HIGH
        }

        public int? Next()
        {
            using var connection = source.OpenConnection();
            return connection.QueryFirstOrDefault<int?>("SELECT id FROM jobs WHERE state = 'new' ORDER BY id LIMIT 1 FOR UPDATE"); // finding SF2010 MEDIUM
        }

        public void Load(string file)
        {
            using var connection = source.OpenConnection();
            using var command = connection.CreateCommand();
            command.CommandText = $"INSERT INTO entries WITH (TABLOCK) SELECT * FROM staging WHERE file = '{file}'";
            command.ExecuteNonQuery(); // finding SF2010 HIGH
        }

        public int Total()
        {
            using var connection = source.OpenConnection();
            const string Strict = "SET TRANSACTION ISOLATION LEVEL SERIALIZABLE; SELECT SUM(amount) FROM entries";
            return connection.ExecuteScalar<int>(Strict); // finding SF2010 HIGH
        }

        public NpgsqlTransaction Begin(NpgsqlConnection connection, bool strict)
        {
            var level = strict ? IsolationLevel.Serializable : IsolationLevel.ReadCommitted;
            return connection.BeginTransaction(level); // finding SF2010 HIGH
        }
    }

    [ApiController, Route("bank")]
    public class BankController(ITransfers transfers, Ledger ledger) : ControllerBase
    {
        [HttpPost("move")] public Task Move() => transfers.MoveAsync(1, 2, 3);

        [HttpPost("gently")] public Task Gently() => transfers.MoveGentlyAsync(1, 2, 3);

        [HttpPost("scoped")]
        public async Task Scoped()
        {
            transfers.Scoped();
            await transfers.ScopedAsync();
        }

        [HttpPost("close")]
        public async Task Close()
        {
            await ledger.Close(_ => Task.CompletedTask);
            await ledger.Gently();
            ledger.Load("today");
        }

        [HttpGet("total")]
        public int Total(bool strict)
        {
            using var connection = new NpgsqlConnection("Host=db");
            using var transaction = ledger.Begin(connection, strict);
            return ledger.Total() + ledger.Locked("new").Count() + ledger.Next() ?? 0;
        }
    }

    public class Settler(IServiceScopeFactory scopes) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1));
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                using var scope = scopes.CreateScope();
                var db = scope.ServiceProvider.GetRequiredService<BankContext>();
                await db.Database.ExecuteSqlRawAsync("SELECT 1 FROM dbo.Batches WITH (TABLOCKX)", stoppingToken); // finding SF2010 MEDIUM
            }
        }
    }
}
