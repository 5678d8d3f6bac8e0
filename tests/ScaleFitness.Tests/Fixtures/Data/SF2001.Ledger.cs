using Ledger;
using MassTransit;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Ledger
{
    public static class Program
    {
        public static void Main(string[] args)
        {
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddRazorPages();
            builder.Services.AddSignalR();
            builder.Services.AddGrpc();
            builder.Services.AddDbContext<LedgerContext>(o => o.UseNpgsql("Host=db"));
            builder.Services.AddMediatR(c => c.RegisterServicesFromAssemblyContaining<ListEntries>());
            builder.Services.AddQuartz(q => q.AddJob<CloseMonth>());
            builder.Services.AddHostedService<Reminder>();
            builder.Services.AddScoped(typeof(IStore<>), typeof(Store<>));

            var app = builder.Build();
            Migrate(app);
            app.UseMiddleware<BannerMiddleware>();
            app.MapRazorPages();
            app.MapHub<LedgerHub>("/live");
            app.MapGrpcService<LedgerGrpc>();
            app.MapGet("/entries", async (ISender sender) => Results.Ok(await sender.Send(new ListEntries())));
            app.MapGet("/entries/{account}", async (ISender sender, string account) => await sender.Send(new FirstEntries(account)));
            app.MapGet("/accounts", (IStore<Account> store) => store.AllAsync());
            app.MapGet("/accounts/top", (IStore<Account> store) => store.Query.OrderBy(a => a.Id).Take(5).ToList());
            app.Run();
        }

        private static void Migrate(WebApplication app)
        {
            using var scope = app.Services.CreateScope();
            var context = scope.ServiceProvider.GetRequiredService<LedgerContext>();
            context.Database.EnsureCreated();
            foreach (var account in context.Accounts.Where(a => a.Iban == "").ToList())
                account.Iban = "unknown";
            context.SaveChanges();
        }
    }

    public record ListEntries : IRequest<List<Entry>>;

    public record FirstEntries(string Account) : IRequest<List<Entry>>;

    public class ListEntriesHandler(LedgerContext context) : IRequestHandler<ListEntries, List<Entry>>
    {
        public async Task<List<Entry>> Handle(ListEntries request, CancellationToken cancellationToken)
        {
            List<Entry> entries;
            entries = await context.Entries.Where(e => e.Booked).ToListAsync(cancellationToken); // finding SF2001 HIGH
            return entries;
        }
    }

    public class FirstEntriesHandler(LedgerContext context) : IRequestHandler<FirstEntries, List<Entry>>
    {
        private const int Most = 200;

        public Task<List<Entry>> Handle(FirstEntries request, CancellationToken cancellationToken) =>
            context.Entries.Where(e => e.Text.Contains(request.Account)).Take(Most).ToListAsync(cancellationToken);
    }

    public interface IStore<T> where T : class
    {
        IQueryable<T> Query { get; }
        Task<List<T>> AllAsync();
    }

    // One cause behind every entity: the store, not its callers.
    public class Store<T>(LedgerContext context) : IStore<T> where T : class
    {
        public IQueryable<T> Query => context.Set<T>();

        public Task<List<T>> AllAsync() => Query.AsNoTracking().ToListAsync(); // finding SF2001 BLOCKER
    }

    public class IndexModel(LedgerContext context) : PageModel
    {
        public List<Account> Accounts { get; private set; } = [];

        public List<Entry> Page { get; private set; } = [];

        [BindProperty(SupportsGet = true)]
        public int Offset { get; set; }

        public async Task OnGetAsync()
        {
            Accounts = await context.Accounts.ToListAsync(); // finding SF2001 BLOCKER
            Page = await context.Entries.OrderBy(e => e.Id).Skip(Offset).Take(40).ToListAsync();
        }

        public IActionResult OnPost()
        {
            var open = new HashSet<long>();
            foreach (var entry in context.Entries.Where(e => !e.Booked)) open.Add(entry.Id); // finding SF2001 HIGH
            return RedirectToPage(new { open.Count });
        }

        public List<Account> Helper() => context.Accounts.ToList();
    }

    public class LedgerHub(LedgerContext context) : Hub
    {
        public async Task Refresh()
        {
            await Clients.Caller.SendAsync("entries", await context.Entries.ToListAsync()); // finding SF2001 BLOCKER
        }

        public async Task Latest() =>
            await Clients.Caller.SendAsync("latest", await context.Entries.OrderByDescending(e => e.Id).Take(1).ToListAsync());

        public override async Task OnConnectedAsync()
        {
            var accounts = await context.Accounts.Where(a => a.Owner == Context.UserIdentifier).ToListAsync(); // finding SF2001 HIGH
            foreach (var account in accounts) await Groups.AddToGroupAsync(Context.ConnectionId, account.Iban);
        }
    }

    public static class LedgerService
    {
        [Grpc.Core.BindServiceMethod(typeof(LedgerService), "BindService")]
        public abstract class LedgerServiceBase
        {
            public virtual Task<string> Accounts(string request, Grpc.Core.ServerCallContext context) => throw new NotSupportedException();
        }

        public static void BindService(object binder, LedgerServiceBase service)
        {
        }
    }

    public class LedgerGrpc(LedgerContext context) : LedgerService.LedgerServiceBase
    {
        public override async Task<string> Accounts(string request, Grpc.Core.ServerCallContext call)
        {
            var ibans = await context.Accounts.Select(a => a.Iban).ToListAsync(call.CancellationToken); // finding SF2001 BLOCKER
            return string.Join(',', ibans);
        }
    }

    public class BannerMiddleware(RequestDelegate next)
    {
        public async Task InvokeAsync(HttpContext http, LedgerContext context)
        {
            var texts = context.Banners.Where(b => b.Active).Select(b => b.Text).ToArray(); // finding SF2001 HIGH
            http.Items["banners"] = texts;
            await next(http);
        }
    }

    public class OwnerFilter(LedgerContext context) : IAsyncActionFilter
    {
        public async Task OnActionExecutionAsync(ActionExecutingContext executing, ActionExecutionDelegate next)
        {
            executing.HttpContext.Items["owners"] = await context.Accounts.Select(a => a.Owner).ToHashSetAsync(); // finding SF2001 BLOCKER
            await next();
        }
    }

    [ApiController, Route("owners"), ServiceFilter(typeof(OwnerFilter))]
    public class OwnersController : ControllerBase
    {
        [HttpGet]
        public IActionResult Get() => Ok(HttpContext.Items["owners"]);
    }

    // What no request waits for hurts one step less.
    public class Reminder(IServiceScopeFactory scopes) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            using var timer = new PeriodicTimer(TimeSpan.FromHours(1));
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await using var scope = scopes.CreateAsyncScope();
                var context = scope.ServiceProvider.GetRequiredService<LedgerContext>();
                var open = await context.Entries.Where(e => !e.Booked).ToListAsync(stoppingToken); // finding SF2001 MEDIUM
                var batch = await context.Entries.Where(e => !e.Booked).OrderBy(e => e.Id).Take(500).ToListAsync(stoppingToken);
                Console.WriteLine(open.Count + batch.Count);
            }
        }
    }

    public class CloseMonth(LedgerContext context) : IJob
    {
        public async Task Execute(IJobExecutionContext job)
        {
            foreach (var account in await context.Accounts.ToListAsync(job.CancellationToken)) // finding SF2001 HIGH
                account.Closed = DateTime.UtcNow;
            await context.SaveChangesAsync(job.CancellationToken);
        }
    }

    public record AccountOpened(int Id);

    public class AccountOpenedConsumer(LedgerContext context) : IConsumer<AccountOpened>
    {
        public async Task Consume(ConsumeContext<AccountOpened> consume)
        {
            var account = await context.Accounts.Where(a => a.Id == consume.Message.Id).ToListAsync();
            var others = await context.Accounts.ToListAsync(consume.CancellationToken); // finding SF2001 HIGH
            await consume.RespondAsync(new { account.Count, Others = others.Count });
        }
    }

    public class LedgerContext(DbContextOptions<LedgerContext> options) : DbContext(options)
    {
        public DbSet<Entry> Entries { get; set; } = null!;
        public DbSet<Account> Accounts { get; set; } = null!;
        public DbSet<Banner> Banners { get; set; } = null!;
    }

    public class Entry
    {
        public long Id { get; set; }
        public string Text { get; set; } = "";
        public bool Booked { get; set; }
    }

    public class Account
    {
        public int Id { get; set; }
        public string Iban { get; set; } = "";
        public string? Owner { get; set; }
        public DateTime? Closed { get; set; }
    }

    public class Banner
    {
        public int Id { get; set; }
        public string Text { get; set; } = "";
        public bool Active { get; set; }
    }
}
