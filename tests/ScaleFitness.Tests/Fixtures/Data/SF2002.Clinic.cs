using Clinic;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddDbContextFactory<ClinicDb>(o => o.UseNpgsql("Host=db"));
builder.Services.AddScoped<IVisitRepository, VisitRepository>();
builder.Services.AddScoped<VisitReport>();
builder.Services.AddSingleton<IEnumerable<IRule>>(_ => []);
builder.Services.AddHostedService<NightlyReminder>();
builder.Services.AddHostedService<Outbox>();
builder.Services.AddHostedService<Inbox>();
builder.Services.AddHostedService<Purge>();
var app = builder.Build();
app.MapControllers();
app.Run();

namespace Clinic
{
    [ApiController, Route("visits")]
    public class VisitsController(IVisitRepository visits, VisitReport report, ClinicDb db, IEnumerable<IRule> rules) : ControllerBase
    {
        [HttpGet]
        public async Task<IActionResult> List()
        {
            var all = await visits.AllAsync();
            var result = new List<object>();
            foreach (var visit in all)
            {
                var patient = await visits.PatientAsync(visit.PatientId); // finding SF2002 HIGH @high: what a repository returned
                result.Add(new { visit.Id, patient?.Name });
            }

            return Ok(result);
        }

        [HttpGet("{id}")]
        public async Task<IActionResult> One(int id)
        {
            // One record is loaded, and something of it: no N+1.
            var visit = await db.Visits.FindAsync(id);
            var patient = await db.Patients.FindAsync(visit!.PatientId);
            return Ok(new { visit, patient });
        }

        [HttpGet("report")]
        public Task<List<string>> Report() => report.RunAsync();

        [HttpGet("cached")]
        public async Task<List<string>> Cached([FromServices] IMemoryCache cache)
        {
            var names = new List<string>();
            foreach (var visit in await db.Visits.AsNoTracking().ToListAsync())
                names.Add((await cache.GetOrCreateAsync("patient " + visit.PatientId, _ => db.Patients.Where(p => p.Id == visit.PatientId).Select(p => p.Name).SingleAsync()))!); // finding SF2002 HIGH @low: on a miss
            return names;
        }

        [HttpPost("check")]
        public async Task<bool> Check(Visit visit)
        {
            foreach (var rule in rules)
                if (!await rule.HoldsAsync(db, visit))
                    return false;
            return true;
        }

        [HttpPost("import")]
        public async Task<int> Import([FromBody] ImportModel model)
        {
            var known = 0;
            foreach (var row in model.Rows)
            {
                if (await db.Patients.AnyAsync(p => p.Number == row.Number)) // finding SF2002 HIGH
                    known++;
            }

            return known;
        }

        [HttpGet("parent/{id}")]
        public async Task<decimal> Sum(int id)
        {
            var patient = await db.Patients.Include(p => p.Visits).FirstAsync(p => p.Id == id);
            var sum = 0m;
            foreach (var visit in patient.Visits)
                sum += await db.Bills.Where(b => b.VisitId == visit.Id).SumAsync(b => b.Amount); // finding SF2002 HIGH: one patient's visits, and all their bills one by one
            return sum;
        }

        [HttpGet("tree/{id}")]
        public async Task<List<Ward>> Path(int id)
        {
            // As deep as the tree, not as long as the table.
            var path = new List<Ward>();
            for (var ward = await db.Wards.FindAsync(id); ward is not null; ward = ward.ParentId is { } parent ? await db.Wards.FindAsync(parent) : null)
                path.Add(ward);
            return path;
        }

        [HttpPost("levels")]
        public async Task<int> Levels(List<int> roots)
        {
            var open = new Queue<int>(roots);
            var count = 0;
            while (open.TryDequeue(out var next))
            {
                count++;
                foreach (var child in await db.Wards.Where(w => w.ParentId == next).Select(w => w.Id).ToListAsync()) // finding SF2002 HIGH: one query for each node of the tree
                    open.Enqueue(child);
            }

            return count;
        }
    }

    public sealed class VisitReport(IDbContextFactory<ClinicDb> contexts, ILogger<VisitReport> logger)
    {
        public async Task<List<string>> RunAsync()
        {
            await using var db = await contexts.CreateDbContextAsync();
            var lines = new List<string>();
            await foreach (var visit in db.Visits.AsNoTracking().AsAsyncEnumerable())
                lines.Add(await LineAsync(visit)); // finding SF2002 HIGH: through a local function
            await ForEach(await db.Patients.ToListAsync(), async patient =>
            {
                logger.LogInformation("{Count}", await db.Visits.CountAsync(v => v.PatientId == patient.Id)); // finding SF2002 HIGH: the app's own loop over a delegate
            });
            return lines;

            async Task<string> LineAsync(Visit visit)
            {
                var bills = await db.Bills.CountAsync(b => b.VisitId == visit.Id);
                return $"{visit.Id} {bills}";
            }
        }

        private static async Task ForEach<T>(IEnumerable<T> items, Func<T, Task> work)
        {
            foreach (var item in items)
                await work(item);
        }
    }

    public interface IRule
    {
        Task<bool> HoldsAsync(ClinicDb db, Visit visit);
    }

    public sealed class PatientIsKnown : IRule
    {
        public Task<bool> HoldsAsync(ClinicDb db, Visit visit) => db.Patients.AnyAsync(p => p.Id == visit.PatientId);
    }

    public interface IVisitRepository
    {
        Task<IReadOnlyList<Visit>> AllAsync();
        Task<Patient?> PatientAsync(int id);
    }

    public sealed class VisitRepository(ClinicDb db) : IVisitRepository
    {
        public async Task<IReadOnlyList<Visit>> AllAsync() => await db.Visits.Where(v => !v.Cancelled).ToListAsync();

        public async Task<Patient?> PatientAsync(int id) => await db.Patients.FirstOrDefaultAsync(p => p.Id == id);
    }

    // A job that walks over everything: one step lower.
    public sealed class NightlyReminder(IServiceScopeFactory scopes) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            using var timer = new PeriodicTimer(TimeSpan.FromHours(24));
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                using var scope = scopes.CreateScope();
                var db = scope.ServiceProvider.GetRequiredService<ClinicDb>();
                foreach (var visit in await db.Visits.Where(v => v.At > DateTime.UtcNow).ToListAsync(stoppingToken))
                {
                    var patient = await db.Patients.SingleAsync(p => p.Id == visit.PatientId, stoppingToken); // finding SF2002 MEDIUM
                    patient.Reminded = true;
                }

                await db.SaveChangesAsync(stoppingToken);
            }
        }
    }

    // A batch after the other: that is how a backlog is worked off.
    public sealed class Outbox(IServiceScopeFactory scopes) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                using var scope = scopes.CreateScope();
                var db = scope.ServiceProvider.GetRequiredService<ClinicDb>();
                var batch = await db.Bills.Where(b => !b.Sent).OrderBy(b => b.Id).Take(100).ToListAsync(stoppingToken);
                foreach (var bill in batch)
                {
                    var visit = await db.Visits.FindAsync([bill.VisitId], stoppingToken);
                    bill.Sent = visit is not null;
                }

                await db.SaveChangesAsync(stoppingToken);
                await Task.Delay(1000, stoppingToken);
            }
        }
    }

    public sealed class Inbox(System.Threading.Channels.Channel<int> messages, IDbContextFactory<ClinicDb> contexts) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await using var db = await contexts.CreateDbContextAsync(stoppingToken);
            await foreach (var id in messages.Reader.ReadAllAsync(stoppingToken))
                Console.WriteLine(await db.Visits.CountAsync(v => v.PatientId == id, stoppingToken));
            while (await messages.Reader.WaitToReadAsync(stoppingToken))
                while (messages.Reader.TryRead(out var id))
                    Console.WriteLine(await db.Visits.FindAsync([id], stoppingToken));
        }
    }

    public sealed class Purge(IDbContextFactory<ClinicDb> contexts) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await using var db = await contexts.CreateDbContextAsync(stoppingToken);
            int deleted;
            do
            {
                var old = await db.Bills.Where(b => b.Sent).OrderBy(b => b.Id).Take(500).ToListAsync(stoppingToken);
                db.Bills.RemoveRange(old);
                deleted = await db.SaveChangesAsync(stoppingToken);
            }
            while (deleted > 0);

            foreach (var id in await db.Patients.Select(p => p.Id).ToListAsync(stoppingToken))
            {
                // A unit of work of its own for each.
                await using var own = await contexts.CreateDbContextAsync(stoppingToken);
                Console.WriteLine(await own.Visits.CountAsync(v => v.PatientId == id, stoppingToken));
            }
        }
    }

    public sealed record ImportModel(IReadOnlyList<ImportRow> Rows);
    public sealed record ImportRow(string Number, string Name);

    public class ClinicDb(DbContextOptions<ClinicDb> options) : DbContext(options)
    {
        public DbSet<Visit> Visits { get; set; }
        public DbSet<Patient> Patients { get; set; }
        public DbSet<Bill> Bills { get; set; }
        public DbSet<Ward> Wards { get; set; }
    }

    public class Visit { public int Id { get; set; } public int PatientId { get; set; } public DateTime At { get; set; } public bool Cancelled { get; set; } }
    public class Patient { public int Id { get; set; } public string Number { get; set; } = ""; public string Name { get; set; } = ""; public bool Reminded { get; set; } public List<Visit> Visits { get; set; } = []; }
    public class Bill { public int Id { get; set; } public int VisitId { get; set; } public decimal Amount { get; set; } public bool Sent { get; set; } }
    public class Ward { public int Id { get; set; } public int? ParentId { get; set; } }
}
