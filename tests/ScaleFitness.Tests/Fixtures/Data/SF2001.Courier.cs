using Courier;
using Courier.Parcels;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Quartz;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<CourierDb>(o => o.UseNpgsql("Host=db"));
builder.Services.AddScoped<IParcelsModule, ParcelsModule>();
var app = builder.Build();

// The module hands on whatever query it is given: only its callers know which.
app.MapGet("/parcels", (IParcelsModule module) => module.ExecuteQueryAsync(new AllParcels()));
app.MapGet("/parcels/{id:int}", (int id, IParcelsModule module) => module.ExecuteQueryAsync(new OneParcel(id)));
app.MapPost("/parcels/{id:int}/lose", (int id, IParcelsModule module) => module.ExecuteCommandAsync(new LoseParcel(id)));
app.Run();

namespace Courier
{
    public interface IQuery<out T> : IRequest<T>;

    public interface ICommand : IRequest;

    public interface IQueryHandler<in TQuery, TResult> : IRequestHandler<TQuery, TResult>
        where TQuery : IQuery<TResult>;

    public interface ICommandHandler<in TCommand> : IRequestHandler<TCommand>
        where TCommand : ICommand;

    public interface IParcelsModule
    {
        Task<T> ExecuteQueryAsync<T>(IQuery<T> query);

        Task ExecuteCommandAsync(ICommand command);
    }

    public class ParcelsModule(IMediator mediator) : IParcelsModule
    {
        public async Task<T> ExecuteQueryAsync<T>(IQuery<T> query) => await mediator.Send(query);

        public async Task ExecuteCommandAsync(ICommand command) => await mediator.Send(command);
    }

    public static class Commands
    {
        public static IMediator? Mediator { get; set; }

        public static async Task ExecuteAsync(ICommand command) => await Mediator!.Send(command);
    }

    public class SweepJob : IJob
    {
        public async Task Execute(IJobExecutionContext context) => await Commands.ExecuteAsync(new SweepParcels());
    }

    public enum ParcelState { Waiting, OnTheWay, Lost, Delivered }

    public class Parcel { public int Id { get; set; } public string Label { get; set; } = ""; public ParcelState State { get; set; } }

    public class CourierDb(DbContextOptions<CourierDb> options) : DbContext(options)
    {
        public DbSet<Parcel> Parcels => Set<Parcel>();
    }
}

namespace Courier.Parcels
{
    public record AllParcels : IQuery<List<Parcel>>;

    public record OneParcel(int Id) : IQuery<Parcel?>;

    public record ArchivedParcels : IQuery<List<Parcel>>;

    public record LoseParcel(int Id) : ICommand;

    public record SweepParcels : ICommand;

    public class AllParcelsHandler(CourierDb db) : IQueryHandler<AllParcels, List<Parcel>>
    {
        public async Task<List<Parcel>> Handle(AllParcels query, CancellationToken token) => await db.Parcels.ToListAsync(token); // finding SF2001 BLOCKER
    }

    public class OneParcelHandler(CourierDb db) : IQueryHandler<OneParcel, Parcel?>
    {
        public async Task<Parcel?> Handle(OneParcel query, CancellationToken token) => await db.Parcels.FirstOrDefaultAsync(p => p.Id == query.Id, token);
    }

    public class ArchivedParcelsHandler(CourierDb db) : IQueryHandler<ArchivedParcels, List<Parcel>>
    {
        // Nobody asks.
        public async Task<List<Parcel>> Handle(ArchivedParcels query, CancellationToken token) => await db.Parcels.Where(p => p.State == ParcelState.Delivered).ToListAsync(token);
    }

    public class LoseParcelHandler(CourierDb db) : ICommandHandler<LoseParcel>
    {
        public async Task Handle(LoseParcel command, CancellationToken token)
        {
            var others = await db.Parcels.Where(p => p.State == ParcelState.Lost).ToListAsync(token); // finding SF2001 HIGH
            (await db.Parcels.SingleAsync(p => p.Id == command.Id, token)).State = others.Count > 100 ? ParcelState.Waiting : ParcelState.Lost;
            await db.SaveChangesAsync(token);
        }
    }

    public class SweepParcelsHandler(CourierDb db) : ICommandHandler<SweepParcels>
    {
        public async Task Handle(SweepParcels command, CancellationToken token)
        {
            var lost = await db.Parcels.Where(p => p.State == ParcelState.Lost).ToListAsync(token); // finding SF2001 MEDIUM: a job's
            db.RemoveRange(lost);
            await db.SaveChangesAsync(token);
        }
    }
}
