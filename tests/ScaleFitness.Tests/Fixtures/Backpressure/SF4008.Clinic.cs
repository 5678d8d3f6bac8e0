using Clinic;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

// Not composed: a controller, a repository, and no limit in the code.
var builder = WebApplication.CreateBuilder(args); // finding SF4008 LOW @medium
builder.Services.AddControllers();
builder.Services.AddScoped<IPatients, Patients>();
builder.Services.AddDbContext<ClinicDb>(o => o.UseNpgsql("Host=nowhere"));
var app = builder.Build();
app.MapControllers();
app.Run();

namespace Clinic
{
    public interface IPatients
    {
        Task<List<Patient>> First();
    }

    public class Patients(ClinicDb db) : IPatients
    {
        public Task<List<Patient>> First() => db.Patients.Take(9).ToListAsync();
    }

    [Route("patients")]
    public class PatientsController(IPatients patients) : ControllerBase
    {
        [HttpGet]
        public Task<List<Patient>> All() => patients.First();
    }

    public class ClinicDb(DbContextOptions<ClinicDb> options) : DbContext(options)
    {
        public DbSet<Patient> Patients => Set<Patient>();
    }

    public class Patient
    {
        public int Id { get; set; }
    }
}
