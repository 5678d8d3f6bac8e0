using Clinic;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<ClinicContext>(o => o.UseNpgsql("Host=db"));
builder.Services.AddRazorPages();
builder.Services.AddScoped<PatientQueries>();
var app = builder.Build();
app.MapRazorPages();
app.MapGet("/patients", (ClinicContext db) => db.Patients.FromSqlRaw("SELECT * FROM patients").ToListAsync()); // finding SF2009 BLOCKER
app.MapGet("/patients/ward/{ward}", (ClinicContext db, string ward) => db.Patients.FromSql($"SELECT * FROM patients WHERE ward = {ward}").ToListAsync()); // finding SF2009 HIGH
app.MapGet("/patients/{id:int}", (ClinicContext db, int id) => db.Patients.FromSqlInterpolated($"SELECT * FROM patients WHERE id = {id}").ToListAsync());
app.MapGet("/patients/record/{record}", (ClinicContext db, string record) => db.Patients.FromSqlRaw("SELECT * FROM \"Patients\" WHERE \"RecordNo\" = {0}", record).ToListAsync());
app.MapGet("/patients/first", (ClinicContext db) => db.Patients.FromSqlRaw("SELECT * FROM patients").OrderBy(p => p.Id).Take(20).ToListAsync());
app.MapGet("/patients/any", (ClinicContext db) => db.Patients.FromSqlRaw("SELECT * FROM patients").AnyAsync());
app.MapGet("/patients/one", (ClinicContext db, int id) => db.Patients.FromSqlRaw("SELECT * FROM patients").SingleOrDefaultAsync(p => p.Id == id));
app.MapGet("/patients/key", (ClinicContext db, int id) => db.Patients.FromSqlRaw("SELECT * FROM patients").Where(p => p.Id == id).ToListAsync());
app.MapGet("/patients/active", async (ClinicContext db) =>
{
    var active = db.Patients.FromSqlRaw("SELECT * FROM patients").Where(p => p.Active).AsNoTracking();
    var found = await active.ToArrayAsync(); // finding SF2009 HIGH
    return found.Length;
});
app.MapGet("/names", (ClinicContext db) => db.Database.SqlQuery<string>($"SELECT name AS \"Value\" FROM patients").ToListAsync()); // finding SF2009 BLOCKER
app.MapGet("/names/top", (ClinicContext db) => db.Database.SqlQueryRaw<string>("SELECT name AS \"Value\" FROM patients LIMIT 10").ToListAsync());
app.MapPost("/discharge", (ClinicContext db) => db.Database.ExecuteSqlRawAsync("UPDATE patients SET active = false"));
app.MapGet("/ward", (PatientQueries queries, string ward) => queries.InWard(ward));
app.MapGet("/wards", (PatientQueries queries) => queries.All());
app.MapGet("/own", (ClinicContext db) => db.Patients.Where(p => p.Active).OrderBy(p => p.Id).Take(10).ToListAsync());
app.Run();

namespace Clinic
{
    public class Patient
    {
        public int Id { get; set; }
        public string Name { get; set; } = "";
        public string Ward { get; set; } = "";
        public string RecordNo { get; set; } = "";
        public bool Active { get; set; }
    }

    public class ClinicContext(DbContextOptions<ClinicContext> options) : DbContext(options)
    {
        public DbSet<Patient> Patients => Set<Patient>();

        protected override void OnModelCreating(ModelBuilder modelBuilder) =>
            modelBuilder.Entity<Patient>().HasIndex(p => p.RecordNo).IsUnique();
    }

    public class PatientQueries(ClinicContext db)
    {
        private IQueryable<Patient> Base(string where) => db.Patients.FromSqlRaw("SELECT * FROM patients" + where);

        public Task<List<Patient>> InWard(string ward) => Base(" WHERE ward = '" + ward.Replace("'", "''") + "' ORDER BY id LIMIT 100").ToListAsync();

        public async Task<IReadOnlyList<Patient>> All()
        {
            const string Sql = """
                WITH latest AS (
                    SELECT DISTINCT ON (p.id) p.* FROM patients p JOIN stays s ON s.patient_id = p.id ORDER BY p.id, s.day DESC
                )
                SELECT * FROM latest
                """;
            return await db.Patients.FromSqlRaw(Sql).ToListAsync(); // finding SF2009 BLOCKER
        }
    }

    public class IndexModel(ClinicContext db) : PageModel
    {
        public List<Patient> Patients { get; private set; } = [];

        public async Task OnGetAsync(int page, CancellationToken token) =>
            Patients = await db.Patients.FromSql($"SELECT * FROM patients ORDER BY id OFFSET {page * 20} LIMIT 20").ToListAsync(token);

        public async Task OnPostAsync(CancellationToken token)
        {
            foreach (var patient in db.Patients.FromSqlRaw("SELECT * FROM patients WHERE active")) // finding SF2009 HIGH
                patient.Active = false;
            await db.SaveChangesAsync(token);
        }
    }
}
