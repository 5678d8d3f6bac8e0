using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Payroll;
using System.Threading.Channels;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddDbContextFactory<PayrollDb>(o => o.UseNpgsql("Host=db"));
builder.Services.AddScoped<IBank, Bank>();
builder.Services.AddSingleton(Channel.CreateBounded<int>(100));
builder.Services.AddHostedService<Runner>();
var app = builder.Build();
app.MapControllers();
app.MapPost("/slips", async (PayrollDb db) =>
{
    foreach (var employee in await db.Employees.ToListAsync())
        await File.WriteAllTextAsync($"/slips/{employee.Id}.txt", employee.Salary.ToString()); // finding SF3009 HIGH
});
app.MapPost("/run", (Channel<int> runs) => runs.Writer.TryWrite(1) ? Results.Accepted() : Results.StatusCode(429));
app.Run();

namespace Payroll
{
    [ApiController, Route("payroll")]
    public class PayrollController(PayrollDb db, IBank bank, IDbContextFactory<PayrollDb> contexts) : ControllerBase
    {
        [HttpPost("pay")]
        public async Task Pay()
        {
            foreach (var employee in await db.Employees.Where(e => e.Active).ToListAsync())
            {
                await bank.TransferAsync(employee.Account, employee.Salary); // finding SF3009 HIGH
                employee.Paid = DateTime.UtcNow;
                await db.SaveChangesAsync();
            }
        }

        [HttpPost("limited")]
        public Task Limited() =>
            Parallel.ForEachAsync(db.Employees.ToList(), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (employee, token) =>
                await bank.TransferAsync(employee.Account, employee.Salary)); // finding SF3009 HIGH: bounded side by side, not in length

        [HttpPost("own")]
        public async Task Own()
        {
            foreach (var id in await db.Employees.Select(e => e.Id).ToListAsync())
                await CloseAsync(id); // finding SF3009 HIGH: each in a unit of work of its own
        }

        [HttpPost("pay/{id}")]
        public async Task One(int id)
        {
            var employee = await db.Employees.FindAsync(id);
            await bank.TransferAsync(employee!.Account, employee.Salary);
        }

        [HttpPost("pay/some")]
        public async Task Some(List<int> ids)
        {
            // As many as were sent: that is other rules'.
            foreach (var employee in await db.Employees.Where(e => ids.Contains(e.Id)).ToListAsync())
                await bank.TransferAsync(employee.Account, employee.Salary);
        }

        [HttpGet("sum")]
        public async Task<decimal> Sum()
        {
            // It reads, and changes nothing.
            var sum = 0m;
            foreach (var employee in await db.Employees.ToListAsync())
                sum += employee.Salary * await db.Bonuses.Where(b => b.EmployeeId == employee.Id).SumAsync(b => b.Share);
            return sum;
        }

        private async Task CloseAsync(int id)
        {
            await using var own = await contexts.CreateDbContextAsync();
            (await own.Employees.FindAsync(id))!.Active = false;
            await own.SaveChangesAsync();
        }
    }

    // The same in the background is where it belongs.
    public sealed class Runner(Channel<int> runs, IDbContextFactory<PayrollDb> contexts) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await foreach (var run in runs.Reader.ReadAllAsync(stoppingToken))
            {
                await using var db = await contexts.CreateDbContextAsync(stoppingToken);
                foreach (var employee in await db.Employees.ToListAsync(stoppingToken))
                    await File.WriteAllTextAsync($"/slips/{employee.Id}-{run}.txt", employee.Salary.ToString(), stoppingToken);
            }
        }
    }

    public interface IBank
    {
        Task TransferAsync(string account, decimal amount);
    }

    public sealed class Bank(HttpClient http) : IBank
    {
        public Task TransferAsync(string account, decimal amount) => http.PostAsJsonAsync("https://bank.example/transfers", new { account, amount });
    }

    public class PayrollDb(DbContextOptions<PayrollDb> options) : DbContext(options)
    {
        public DbSet<Employee> Employees { get; set; }
        public DbSet<Bonus> Bonuses { get; set; }
    }

    public class Employee { public int Id { get; set; } public string Account { get; set; } = ""; public decimal Salary { get; set; } public bool Active { get; set; } public DateTime Paid { get; set; } }
    public class Bonus { public int Id { get; set; } public int EmployeeId { get; set; } public decimal Share { get; set; } }
}
