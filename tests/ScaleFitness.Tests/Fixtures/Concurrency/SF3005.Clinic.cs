using Amazon.S3;
using Azure.Storage.Blobs;
using Flurl.Http;
using HealthCentre;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Refit;
using RestSharp;

// Controllers, generated clients, stores of objects; calls in helpers, lambdas and local functions.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddDbContext<ClinicDb>(o => o.UseNpgsql("Host=db"));
builder.Services.AddHttpClient();
builder.Services.AddScoped<IInsurance, Insurance>();
builder.Services.AddScoped<ILaboratory, Laboratory>();
builder.Services.AddScoped<Files>();
builder.Services.AddSingleton(new BlobServiceClient("UseDevelopmentStorage=true"));
builder.Services.AddSingleton<IRestClient>(new RestClient("https://billing.example"));
builder.Services.AddSingleton<IAmazonS3>(_ => throw new NotSupportedException());
var app = builder.Build();
app.MapControllers();
app.MapGet("/patients/{id:int}/cover", async (int id, IInsurance insurance, ILaboratory laboratory) =>
{
    var cover = await insurance.GetCoverAsync(id).ConfigureAwait(false);
    var results = await laboratory.FindResultsAsync(id).ConfigureAwait(false); // finding SF3005 MEDIUM @medium
    return Results.Ok((cover, results));
});
app.MapGet("/patients/{id:int}/local", async (int id, IHttpClientFactory factory) =>
{
    var http = factory.CreateClient();
    return await LoadAsync();

    async Task<string> LoadAsync()
    {
        var allergies = await http.GetStringAsync($"https://allergies.example/{id}");
        var vaccines = await http.GetStringAsync($"https://vaccines.example/{id}"); // finding SF3005 MEDIUM
        return allergies + vaccines;
    }
});
app.MapGet("/patients/{id:int}/first", async (int id, IInsurance insurance, ILaboratory laboratory) =>
    await insurance.GetCoverAsync(id) is { } cover ? cover : string.Join(',', await laboratory.FindResultsAsync(id)));
app.Run();

namespace HealthCentre
{
    [ApiController, Route("records")]
    public class RecordsController(IInsurance insurance, ILaboratory laboratory, IRegister register, Files files, IRestClient billing, ClinicDb db) : ControllerBase
    {
        // The second's argument is the request's, whatever the first brings.
        [HttpGet("{id}")]
        public async Task<IActionResult> Get(int id)
        {
            var model = new Record();
            model.Cover = await insurance.GetCoverAsync(id);
            model.Results = await laboratory.FindResultsAsync(id); // finding SF3005 MEDIUM
            return Ok(model);
        }

        [HttpGet("{id}/register")]
        public async Task<IActionResult> Register(int id)
        {
            var doctor = await register.DoctorOf(id);
            var ward = await register.WardOf(id); // finding SF3005 MEDIUM
            return Ok(new { doctor, ward });
        }

        // The ward is the doctor's.
        [HttpGet("{id}/chain")]
        public async Task<IActionResult> Chain(int id)
        {
            var doctor = await register.DoctorOf(id);
            var ward = await register.WardOf(doctor.Ward);
            return Ok(new { doctor, ward });
        }

        // Known only to the doctor's own ward: the first decides whether the second runs.
        [HttpGet("{id}/guarded")]
        public async Task<IActionResult> Guarded(int id)
        {
            var doctor = await register.DoctorOf(id);
            if (doctor is null)
                return NotFound();
            var ward = await register.WardOf(id);
            return Ok(new { doctor, ward });
        }

        // It throws where the first brings nothing.
        [HttpGet("{id}/required")]
        public async Task<IActionResult> Required(int id)
        {
            var doctor = await register.DoctorOf(id) ?? throw new KeyNotFoundException();
            var ward = await register.WardOf(id);
            return Ok(new { doctor, ward });
        }

        [HttpGet("{id}/asserted")]
        public async Task<IActionResult> Asserted(int id)
        {
            var doctor = await register.DoctorOf(id);
            ArgumentNullException.ThrowIfNull(doctor);
            var ward = await register.WardOf(id);
            return Ok(new { doctor, ward });
        }

        [HttpGet("{id}/files")]
        public Task<IActionResult> GetFiles(int id) => files.OfAsync(id);

        [HttpGet("{id}/bills")]
        public async Task<IActionResult> Bills(int id)
        {
            var open = await billing.GetAsync<Bill>(new RestRequest($"open/{id}"));
            var paid = await billing.GetAsync<Bill>(new RestRequest($"paid/{id}")); // finding SF3005 MEDIUM
            return Ok(new { open, paid });
        }

        [HttpGet("{id}/flurl")]
        public async Task<IActionResult> Prices(int id)
        {
            var list = await $"https://prices.example/{id}".GetJsonAsync<Bill>();
            var discount = await $"https://discounts.example/{id}".GetJsonAsync<Bill>(); // finding SF3005 MEDIUM
            return Ok(new { list, discount });
        }

        [HttpGet("{id}/grpc")]
        public async Task<IActionResult> Stock(int id, [FromServices] Pharmacy.PharmacyClient pharmacy)
        {
            var stock = await pharmacy.GetStockAsync(new() { Id = id });
            var price = await pharmacy.GetPriceAsync(new() { Id = id }); // finding SF3005 MEDIUM
            return Ok(new { stock, price });
        }

        // Two contexts' worth of queries on one context.
        [HttpGet("{id}/both")]
        public async Task<IActionResult> Both(int id)
        {
            var patient = await db.Patients.SingleAsync(p => p.Id == id);
            var visits = await db.Visits.Where(v => v.PatientId == id).Take(10).ToListAsync();
            return Ok(new { patient, visits });
        }

        // A write between: what follows may need it.
        [HttpPost("{id}/renew")]
        public async Task<IActionResult> Renew(int id)
        {
            var before = await insurance.GetCoverAsync(id);
            await insurance.RenewAsync(id);
            var after = await insurance.GetCoverAsync(id);
            return Ok(new { before, after });
        }

        // One after the other on purpose: a try of its own for each.
        [HttpGet("{id}/tolerant")]
        public async Task<IActionResult> Tolerant(int id)
        {
            var record = new Record();
            try
            {
                record.Cover = await insurance.GetCoverAsync(id);
            }
            catch (HttpRequestException)
            {
                record.Cover = "unknown";
            }

            try
            {
                record.Results = await laboratory.FindResultsAsync(id);
            }
            catch (HttpRequestException)
            {
                record.Results = [];
            }

            return Ok(record);
        }
    }

    public sealed class Files(BlobServiceClient blobs, IAmazonS3 archive)
    {
        public async Task<IActionResult> OfAsync(int id)
        {
            var container = blobs.GetBlobContainerClient("patients");
            var picture = await container.GetBlobClient($"{id}.png").DownloadContentAsync();
            var scan = await container.GetBlobClient($"{id}.scan").DownloadContentAsync(); // finding SF3005 MEDIUM
            return new OkObjectResult(new { picture, scan, old = await OldAsync(id) });
        }

        private async Task<object[]> OldAsync(int id)
        {
            var letter = await archive.GetObjectAsync("letters", id.ToString());
            var notes = await archive.GetObjectAsync("notes", id.ToString()); // finding SF3005 MEDIUM
            return [letter, notes];
        }
    }

    public static class Pharmacy
    {
        public class Drug
        {
            public int Id { get; set; }
        }

        public class PharmacyClient(Grpc.Core.ChannelBase channel) : Grpc.Core.ClientBase<PharmacyClient>(channel)
        {
            public virtual Grpc.Core.AsyncUnaryCall<Drug> GetStockAsync(Drug request, CancellationToken cancellationToken = default) => null!;
            public virtual Grpc.Core.AsyncUnaryCall<Drug> GetPriceAsync(Drug request, CancellationToken cancellationToken = default) => null!;
        }
    }

    public sealed class Record
    {
        public string? Cover { get; set; }
        public string[] Results { get; set; } = [];
    }

    public sealed record Bill(decimal Amount);

    public sealed record Doctor(int Ward);

    public interface IRegister
    {
        [Get("/doctors/{id}")]
        Task<Doctor> DoctorOf(int id);

        [Get("/wards/{id}")]
        Task<string> WardOf(int id);
    }

    public interface IInsurance
    {
        Task<string?> GetCoverAsync(int patient);
        Task RenewAsync(int patient);
    }

    public sealed class Insurance(IHttpClientFactory factory) : IInsurance
    {
        public async Task<string?> GetCoverAsync(int patient)
        {
            var response = await factory.CreateClient("insurance").GetAsync($"https://insurance.example/{patient}");
            return response.IsSuccessStatusCode ? await response.Content.ReadAsStringAsync() : null;
        }

        public Task RenewAsync(int patient) => factory.CreateClient("insurance").PostAsync($"https://insurance.example/{patient}/renew", null);
    }

    public interface ILaboratory
    {
        Task<string[]> FindResultsAsync(int patient);
    }

    public sealed class Laboratory(IHttpClientFactory factory) : ILaboratory
    {
        public async Task<string[]> FindResultsAsync(int patient)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"https://laboratory.example/{patient}");
            using var response = await factory.CreateClient("laboratory").SendAsync(request);
            return await response.Content.ReadFromJsonAsync<string[]>() ?? [];
        }
    }

    public class ClinicDb(DbContextOptions<ClinicDb> options) : DbContext(options)
    {
        public DbSet<Patient> Patients => Set<Patient>();
        public DbSet<Visit> Visits => Set<Visit>();
    }

    public class Patient { public int Id { get; set; } }

    public class Visit { public int Id { get; set; } public int PatientId { get; set; } }
}
