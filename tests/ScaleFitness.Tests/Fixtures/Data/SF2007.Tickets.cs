using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tickets;

// Messages between the endpoint and the query, a paging helper for all, and a background job.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddDbContext<TicketDb>(o => o.UseNpgsql("Host=db"));
builder.Services.AddMediatR(c => c.RegisterServicesFromAssemblyContaining<TicketDb>());
builder.Services.AddHostedService<Reminder>();
var app = builder.Build();
app.MapControllers();
app.Run();

namespace Tickets
{
    [ApiController, Route("tickets")]
    public class TicketsController(ISender sender, TicketDb db) : ControllerBase
    {
        [HttpGet]
        public Task<List<Ticket>> List([FromQuery] int page, [FromQuery] int size) => sender.Send(new ListTickets(page, size));

        [HttpGet("validated")]
        public Task<List<Ticket>> Validated([FromQuery] ValidatedTickets request) => sender.Send(request);

        [HttpGet("bound")]
        public Task<List<Ticket>> Bound([FromQuery] BoundTickets request) => sender.Send(request);

        [HttpGet("mine")]
        public Task<List<Ticket>> Mine() => sender.Send(new OwnTickets { Size = 15 });

        [HttpGet("paged")]
        public Task<Page<Ticket>> Paged(int number, int size) => db.Tickets.OrderBy(t => t.Id).ToPageAsync(number, size);

        [HttpGet("paged-open")]
        public Task<Page<Ticket>> PagedOpen(int number, int size) => db.Tickets.Where(t => t.Open).OrderBy(t => t.Id).ToPageAsync(number, size);

        [HttpGet("careful")]
        public Task<Page<Ticket>> Careful(int number, int size) => db.Tickets.OrderBy(t => t.Id).ToCarefulPageAsync(number, size);

        [HttpGet("top")]
        public Task<List<Ticket>> Top([FromServices] Sizes sizes) => db.Tickets.OrderBy(t => t.Id).Take(sizes.Top).ToListAsync();
    }

    public class Sizes
    {
        public int Top { get; set; } = 5;
    }

    public record ListTickets(int Page, int Size) : IRequest<List<Ticket>>;

    public class ListTicketsHandler(TicketDb db) : IRequestHandler<ListTickets, List<Ticket>>
    {
        public async Task<List<Ticket>> Handle(ListTickets request, CancellationToken cancellationToken) =>
            await db.Tickets.OrderBy(t => t.Id).Skip(request.Page * request.Size).Take(request.Size).ToListAsync(cancellationToken); // finding SF2007: in a message
    }

    public record ValidatedTickets : IRequest<List<Ticket>>
    {
        public int? Size { get; init; }
    }

    public class ValidatedTicketsValidator : AbstractValidator<ValidatedTickets>
    {
        public ValidatedTicketsValidator() => RuleFor(r => r.Size!.Value).GreaterThan(0).LessThanOrEqualTo(100);
    }

    public class ValidatedTicketsHandler(TicketDb db) : IRequestHandler<ValidatedTickets, List<Ticket>>
    {
        public async Task<List<Ticket>> Handle(ValidatedTickets request, CancellationToken cancellationToken) =>
            await db.Tickets.OrderBy(t => t.Id).Take(request.Size ?? 20).ToListAsync(cancellationToken);
    }

    public class PagedRequest
    {
        public int PageNumber { get; set; } = 1;
        public int PageSize { get; set; } = 20;
    }

    public class BoundTickets : PagedRequest, IRequest<List<Ticket>>
    {
        public string? Search { get; set; }
    }

    public class BoundTicketsValidator : AbstractValidator<BoundTickets>
    {
        public BoundTicketsValidator()
        {
            RuleFor(r => r.Search).NotEmpty();
            RuleFor(r => r.PageSize).GreaterThan(0);
        }
    }

    public class BoundTicketsHandler(TicketDb db) : IRequestHandler<BoundTickets, List<Ticket>>
    {
        public async Task<List<Ticket>> Handle(BoundTickets request, CancellationToken cancellationToken)
        {
            var take = request.PageSize > 0 ? request.PageSize : 20;
            return await db.Tickets.OrderBy(t => t.Id).Take(take).ToListAsync(cancellationToken); // finding SF2007: the rule is of the lower end
        }
    }

    public class OwnTickets : IRequest<List<Ticket>>
    {
        public int Size { get; set; }
    }

    public class OwnTicketsHandler(TicketDb db) : IRequestHandler<OwnTickets, List<Ticket>>
    {
        public async Task<List<Ticket>> Handle(OwnTickets request, CancellationToken cancellationToken) =>
            await db.Tickets.OrderBy(t => t.Id).Take(request.Size).ToListAsync(cancellationToken);
    }

    public record Page<T>(List<T> Rows, int Total);

    public static class Paging
    {
        private const int Most = 100;

        public static async Task<Page<T>> ToPageAsync<T>(this IQueryable<T> source, int number, int size)
        {
            var total = await source.CountAsync();
            var rows = await source.Skip((number - 1) * size).Take(size).ToListAsync(); // finding SF2007: one helper, two callers
            return new(rows, total);
        }

        public static async Task<Page<T>> ToCarefulPageAsync<T>(this IQueryable<T> source, int number, int size)
        {
            size = size > Most ? Most : size;
            return new(await source.Skip((number - 1) * size).Take(size).ToListAsync(), 0);
        }
    }

    public class Reminder(IServiceScopeFactory scopes) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<TicketDb>();
            await Remind(db, 500);
        }

        private static Task<List<Ticket>> Remind(TicketDb db, int batch) => db.Tickets.OrderBy(t => t.Id).Take(batch).ToListAsync();
    }

    public class TicketDb(DbContextOptions<TicketDb> options) : DbContext(options)
    {
        public DbSet<Ticket> Tickets => Set<Ticket>();
    }

    public class Ticket
    {
        public int Id { get; set; }
        public bool Open { get; set; }
    }
}
