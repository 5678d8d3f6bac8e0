using System.Net;
using System.Net.Mail;
using Bureau;
using Dapper;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Distributed;
using Npgsql;
using StackExchange.Redis;
using CommandFlags = StackExchange.Redis.CommandFlags;

// A repository of the old school, and what only looks synchronous.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddDbContext<BureauContext>(o => o.UseNpgsql("Host=db"));
builder.Services.AddScoped<IForms, Forms>();
builder.Services.AddScoped<Reports>();
builder.Services.AddHostedService<Printer>();
builder.Services.AddSingleton<IConnectionMultiplexer>(_ => ConnectionMultiplexer.Connect("redis"));
var motto = File.ReadAllText("motto.txt");
var app = builder.Build();
using (var scope = app.Services.CreateScope())
    scope.ServiceProvider.GetRequiredService<BureauContext>().Forms.ToList();
app.MapGet("/motto", () => motto);
app.MapGet("/slow", () => { Thread.Sleep(200); return 1; }); // finding SF3004 HIGH
app.MapGet("/logo", (IWebHostEnvironment env) => File.ReadAllBytes(Path.Combine(env.ContentRootPath, "logo.png")));
app.MapGet("/scan/{name}", (string name) => File.ReadAllBytes("/scans/" + name)); // finding SF3004 HIGH: as big as it is
app.MapPost("/scan", async (HttpRequest request) =>
{
    using var reader = new StreamReader(request.Body);
    return reader.ReadToEnd(); // finding SF3004 HIGH: the network
});
app.MapPost("/upload", async (IFormFile file) =>
{
    using var memory = new MemoryStream();
    file.CopyTo(memory);
    memory.WriteByte(1);
    using var text = new StreamReader(memory);
    text.ReadToEnd();
    await using var target = new FileStream("/scans/new", FileMode.Create);
    file.CopyTo(target); // finding SF3004 HIGH
});
app.MapControllers();
app.Run();

namespace Bureau
{
    public class BureauContext(DbContextOptions<BureauContext> options) : DbContext(options)
    {
        public DbSet<Form> Forms => Set<Form>();
    }

    public class Form
    {
        public int Id { get; set; }
        public string Title { get; set; } = "";
    }

    public interface IForms
    {
        Form? Get(int id);
        void Add(Form form);
        Task<int> CountAsync();
    }

    public class Forms(BureauContext db) : IForms
    {
        // Three actions call it: one cause.
        public Form? Get(int id) => db.Forms.FirstOrDefault(f => f.Id == id); // finding SF3004 HIGH

        public void Add(Form form)
        {
            // Adds to the tracker, and waits for nobody.
            db.Forms.Add(form);
            db.Add(form);
            db.SaveChanges(); // finding SF3004 HIGH
        }

        public async Task<int> CountAsync()
        {
            var titles = new List<string> { "a" }.Where(t => t.Length > 0).ToList();
            await db.Forms.AddAsync(new Form { Title = titles[0] });
            return await db.Forms.CountAsync(f => f.Id > 0);
        }
    }

    [ApiController, Route("forms")]
    public class FormsController(IForms forms, Reports reports, IDistributedCache cache, IConnectionMultiplexer redis) : ControllerBase
    {
        [HttpGet("{id:int}")]
        public Form? Get(int id) => forms.Get(id);

        [HttpGet("{id:int}/title")]
        public string? Title(int id) => forms.Get(id)?.Title;

        [HttpDelete("{id:int}")]
        public void Delete(int id) => _ = forms.Get(id);

        [HttpPost]
        public async Task<int> Post(Form form)
        {
            forms.Add(form);
            return await forms.CountAsync();
        }

        [HttpGet("report")]
        public async Task<int> Report()
        {
            var total = await reports.TotalAsync() + reports.Total() + reports.Each();
            var seen = cache.GetString("total"); // finding SF3004 HIGH
            return total + (seen?.Length ?? 0);
        }

        [HttpGet("hits")]
        public long Hits()
        {
            var db = redis.GetDatabase();
            db.StringIncrement("forms:seen", 1, CommandFlags.FireAndForget);
            return db.StringIncrement("forms:hits"); // finding SF3004 HIGH
        }

        [HttpPost("send")]
        public void Send(string to)
        {
            using var client = new SmtpClient("mail");
            client.Send("bureau@example.org", to, "form", "body"); // finding SF3004 HIGH
        }

        [HttpGet("old")]
        public string Old()
        {
#pragma warning disable SYSLIB0014
            using var client = new WebClient();
            return client.DownloadString("https://old.example"); // finding SF3004 HIGH
#pragma warning restore SYSLIB0014
        }
    }

    public class Reports(IConfiguration configuration, BureauContext db)
    {
        public int Total()
        {
            using var connection = new NpgsqlConnection(configuration.GetConnectionString("bureau"));
            connection.Open(); // finding SF3004 HIGH: with what follows it is one cause
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT count(*) FROM forms";
            using var rows = command.ExecuteReader();
            return rows.Read() ? rows.GetInt32(0) : connection.QuerySingle<int>("SELECT 1");
        }

        public async Task<int> TotalAsync()
        {
            await using var connection = new NpgsqlConnection(configuration.GetConnectionString("bureau"));
            await connection.OpenAsync();
            return await connection.ExecuteScalarAsync<int>("SELECT count(*) FROM forms");
        }

        public int Each()
        {
            var sum = 0;
            foreach (var form in db.Forms.Where(f => f.Id < 10)) // finding SF3004 HIGH: the loop runs the query
                sum += form.Id;
            return sum;
        }
    }

    public class Printer(IServiceScopeFactory scopes) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                using var scope = scopes.CreateScope();
                scope.ServiceProvider.GetRequiredService<BureauContext>().SaveChanges(); // finding SF3004 MEDIUM: asynchronous work of the background
                Drain();
                await Task.Delay(1000, stoppingToken);
            }
        }

        private static void Drain() => Thread.Sleep(10);
    }
}
