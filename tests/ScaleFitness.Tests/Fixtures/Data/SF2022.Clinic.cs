using Clinic;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddDbContext<ClinicDb>(o => o.UseNpgsql("Host=db"));
builder.Services.AddScoped(typeof(IRepository<>), typeof(Repository<>));
builder.Services.AddScoped<IPatientSource, PatientSource>();
builder.Services.AddScoped<ICard, PaperCard>();
builder.Services.AddHostedService<Reminders>();
var app = builder.Build();
app.MapControllers();
app.Run();

namespace Clinic
{
    [Route("patients")]
    public class PatientsController(IPatientSource patients, IRepository<Patient> repository, ICard card, ClinicDb db) : ControllerBase
    {
        [HttpGet("{id}/mail")]
        public async Task<ActionResult<string>> Mail(int id)
        {
            if (!patients.TryFind(id, out var patient))
                return NotFound();
            return patient.Email;
        }

        [HttpGet("{id}/ward")]
        public async Task<string> Ward(int id)
        {
            var patient = await repository.FindAsync(id);
            return patient!.Ward;
        }

        [HttpGet("{id}/queried")]
        public async Task<string> Queried(int id)
        {
            var patient = await repository.Query().FirstOrDefaultAsync(p => p.Id == id); // finding SF2022 LOW
            return patient is { Ward: { Length: > 0 } ward } ? ward : "none";
        }

        [HttpGet("{id}/address")]
        public async Task<string> Address(int id)
        {
            // An address is six columns.
            var patient = await db.Patients.FirstAsync(p => p.Id == id);
            return patient.Address.City;
        }

        [HttpGet("{id}/history")]
        public async Task<string> History(int id)
        {
            // The long text is what is wanted.
            var patient = await db.Patients.FirstAsync(p => p.Id == id);
            return patient.HistoryHtml;
        }

        [HttpGet("{id}/doctor")]
        public async Task<List<string>> Doctor(int id)
        {
            // EF Core joins the visits to the patient that it has loaded.
            var patient = await db.Patients.FirstAsync(p => p.Id == id);
            var visits = await db.Visits.Where(v => v.PatientId == patient.Id).Take(10).ToListAsync();
            return visits.Select(v => $"{v.Day}: {v.Patient!.Name}, {v.Patient.Ward}, {v.Patient.Email}").ToList();
        }

        [HttpGet("{id}/card")]
        public string Card(int id) => card.Print(db.Patients.Single(p => p.Id == id)); // finding SF2022 LOW

        [HttpGet("names")]
        public async Task<List<string>> Names()
        {
            var names = new List<string>();
            await foreach (var patient in patients.AllAsync())
                names.Add(patient.Name);
            return names;
        }

        [HttpGet("list")]
        public IEnumerable<string> List() => patients.Page(0).Select(Label);

        [HttpGet("table")]
        public object Table() => patients.Rows(0).Select(p => new { p.Id, p.Name, p.Ward });

        [HttpGet("both")]
        public async Task<string> Both(int[] ids)
        {
            var found = await Task.WhenAll(ids.Select(id => patients.OneAsync(id)));
            return found[0].Ward == found[1].Ward ? "together" : "apart";
        }

        [HttpGet("wards")]
        public List<string> Wards()
        {
            var list = new List<string>();
            db.Patients.OrderBy(p => p.Id).Take(50).ToList().ForEach(p => Add(p)); // finding SF2022 LOW
            return list;

            void Add(Patient patient)
            {
                if (!list.Contains(patient.Ward))
                    list.Add(patient.Ward);
            }
        }

        [HttpGet("first")]
        public string First()
        {
            var byWard = db.Patients.OrderBy(p => p.Id).Take(50).ToLookup(p => p.Ward); // finding SF2022 LOW
            return byWard["A"].First().Name;
        }

        [HttpGet("entry")]
        public string Entry()
        {
            var patient = db.Patients.OrderBy(p => p.Id).First();
            db.Entry(patient).Reference(p => p.Doctor).Load();
            return patient.Name;
        }

        [HttpGet("lazy")]
        public string? Lazy()
        {
            var patient = db.Patients.OrderBy(p => p.Id).First();
            return patient.Doctor?.Name;
        }

        private static string Label(Patient patient) => $"{patient.Id}: {patient.Name}";
    }

    public interface IPatientSource
    {
        bool TryFind(int id, out Patient patient);
        IAsyncEnumerable<Patient> AllAsync();
        List<Patient> Page(int page);
        Patient[] Rows(int page);
        Task<Patient> OneAsync(int id);
    }

    public class PatientSource(ClinicDb db) : IPatientSource
    {
        public bool TryFind(int id, out Patient patient)
        {
            patient = db.Patients.FirstOrDefault(p => p.Id == id)!; // limit SF2022: left in an out parameter
            return patient is not null;
        }

        public async IAsyncEnumerable<Patient> AllAsync()
        {
            foreach (var patient in await db.Patients.OrderBy(p => p.Id).Take(100).ToListAsync()) // finding SF2022 LOW
                yield return patient;
        }

        public List<Patient> Page(int page) => [.. db.Patients.OrderBy(p => p.Id).Skip(page * 20).Take(20).ToList()]; // finding SF2022 LOW

        public Patient[] Rows(int page) => db.Patients.OrderBy(p => p.Id).Skip(page * 20).Take(20).ToArray();

        public Task<Patient> OneAsync(int id) => db.Patients.SingleAsync(p => p.Id == id); // finding SF2022 LOW
    }

    public interface IRepository<T>
        where T : class
    {
        ValueTask<T?> FindAsync(int id);
        IQueryable<T> Query();
    }

    public class Repository<T>(ClinicDb db) : IRepository<T>
        where T : class
    {
        public ValueTask<T?> FindAsync(int id) => db.Set<T>().FindAsync(id); // limit SF2022: only callers know the entity

        public IQueryable<T> Query() => db.Set<T>();
    }

    public interface ICard
    {
        string Print(INamed named);
    }

    public class PaperCard : ICard
    {
        public string Print(INamed named) => named.Name.ToUpperInvariant();
    }

    public interface INamed
    {
        string Name { get; }
    }

    public class Reminders(IServiceScopeFactory scopes) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            using var timer = new PeriodicTimer(TimeSpan.FromHours(24));
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                using var scope = scopes.CreateScope();
                var db = scope.ServiceProvider.GetRequiredService<ClinicDb>();
                var due = await db.Patients.AsNoTracking().Where(p => p.Ward == "").Take(100).ToListAsync(stoppingToken); // finding SF2022 INFO
                foreach (var patient in due)
                    Console.WriteLine(patient.Email);
                // Who saves may want what the context remembers.
                var seen = await db.Patients.Where(p => p.Ward == "").Take(100).ToListAsync(stoppingToken);
                db.Visits.AddRange(seen.Select(p => new Visit { PatientId = p.Id }));
                await db.SaveChangesAsync(stoppingToken);
            }
        }
    }

    public class ClinicDb(DbContextOptions<ClinicDb> options) : DbContext(options)
    {
        public DbSet<Patient> Patients => Set<Patient>();
        public DbSet<Visit> Visits => Set<Visit>();
        public DbSet<Doctor> Doctors => Set<Doctor>();
    }

    public class Patient : INamed
    {
        public int Id { get; set; }
        public string Name { get; set; } = "";
        public string Email { get; set; } = "";
        public string Ward { get; set; } = "";
        public string HistoryHtml { get; set; } = "";
        public Address Address { get; set; } = new();
        public DateOnly Born { get; set; }
        public int DoctorId { get; set; }
        public Doctor? Doctor { get; set; }
    }

    [Owned]
    public class Address
    {
        public string Street { get; set; } = "";
        public string City { get; set; } = "";
        public string Country { get; set; } = "";
    }

    public class Doctor
    {
        public int Id { get; set; }
        public string Name { get; set; } = "";
    }

    public class Visit
    {
        public int Id { get; set; }
        public int PatientId { get; set; }
        public Patient? Patient { get; set; }
        public DateOnly Day { get; set; }
    }
}
