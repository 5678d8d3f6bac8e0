// composed
using Clinic;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Scrutor;

// What only the composed host knows: order, scans, decorators, conditions, what libraries' services are made with.
var builder = WebApplication.CreateBuilder(args);
var services = builder.Services;
services.AddAuthorization();
services.AddScoped<ICaller, Caller>();
services.AddScoped<Visitor>();
services.AddScoped<Clerk>();
services.AddScoped<IAuthorizationHandler, WardHandler>();

services.Scan(scan => scan.FromAssemblyOf<Caller>().AddClasses(c => c.InNamespaces("Clinic.Desks")).AsImplementedInterfaces().WithSingletonLifetime());
services.Scan(scan => scan.FromAssemblyOf<Caller>().AddClasses(c => c.InNamespaces("Clinic.Rooms")).AsSelf().WithScopedLifetime());

services.AddSingleton<Door>(); // finding SF1005 HIGH: ASP.NET Core's transient service takes every handler
services.AddOptions<Hours>();
services.AddSingleton<Clock>(); // finding SF1005 HIGH: the library registers it as scoped

// The last registration answers.
services.AddSingleton<IRate, FixedRate>();
services.AddScoped<IRate, CallersRate>();
services.AddSingleton<Invoices>(); // finding SF1005 HIGH: the scoped one comes last
services.AddScoped<ITariff, CallersTariff>();
services.AddSingleton<ITariff, FixedTariff>();
services.AddSingleton<Offers>();

// A closed registration comes before an open one.
services.AddScoped(typeof(IShelf<>), typeof(Shelf<>));
services.AddSingleton<IShelf<Drug>, DrugShelf>();
services.AddSingleton<Pharmacy>();
services.AddSingleton<Library>(); // finding SF1005 HIGH

services.AddKeyedScoped<IPrinter, Printer>(Paper.Letter);
services.AddKeyedSingleton<IPrinter, Plotter>(Paper.Plan);
services.AddSingleton<Reception>(); // finding SF1005 HIGH
services.AddSingleton<Drawings>();

services.AddSingleton<ILedger, Ledger>().Decorate<ILedger, SignedLedger>(); // finding SF1005 HIGH: the decorator takes it
services.AddScoped<IDiary, Diary>().Decorate<IDiary, SignedDiary>();

// Not so here: other environments, what came first, what was taken out again.
if (builder.Environment.IsDevelopment())
    services.AddSingleton<DebugDesk>();
services.AddScoped<Triage>();
services.TryAddSingleton<Triage>();
services.AddSingleton<Emergency>();
services.Replace(ServiceDescriptor.Scoped<Emergency, Emergency>());
services.AddSingleton<Night>();
services.RemoveAll<Night>();
services.AddOwn<IShift, Shift>(); // finding SF1005 HIGH: a helper of the app registers it
services.AddOwn<IWeek, Week>();

var app = builder.Build();
app.MapGet("/", () => "open");
app.Run();

namespace Clinic
{
    public static class Registrations
    {
        public static IServiceCollection AddOwn<TService, TOwn>(this IServiceCollection services)
            where TService : class
            where TOwn : class, TService => services.AddSingleton<TService, TOwn>();
    }

    public interface ICaller;
    public class Caller : ICaller;
    public class Visitor;
    public class Clerk;
    public enum Paper { Letter, Plan }
    public class Hours;
    public class Drug;
    public class Book;

    public class WardHandler : IAuthorizationHandler
    {
        public Task HandleAsync(AuthorizationHandlerContext context) => Task.CompletedTask;
    }

    public class Door(IAuthorizationService authorization) { public override string ToString() => authorization.ToString()!; }
    public class Clock(IOptionsSnapshot<Hours> hours) { public override string ToString() => hours.Value.ToString()!; }

    public interface IRate;
    public class FixedRate : IRate;
    public class CallersRate(ICaller caller) : IRate { public override string ToString() => caller.ToString()!; }
    public class Invoices(IRate rate) { public override string ToString() => rate.ToString()!; }
    public interface ITariff;
    public class FixedTariff : ITariff;
    public class CallersTariff(ICaller caller) : ITariff { public override string ToString() => caller.ToString()!; }
    public class Offers(ITariff tariff) { public override string ToString() => tariff.ToString()!; }

    public interface IShelf<T>;
    public class Shelf<T> : IShelf<T>;
    public class DrugShelf : IShelf<Drug>;
    public class Pharmacy(IShelf<Drug> shelf) { public override string ToString() => shelf.ToString()!; }
    public class Library(IShelf<Book> shelf) { public override string ToString() => shelf.ToString()!; }

    public interface IPrinter;
    public class Printer : IPrinter;
    public class Plotter : IPrinter;
    public class Reception([FromKeyedServices(Paper.Letter)] IPrinter printer) { public override string ToString() => printer.ToString()!; }
    public class Drawings([FromKeyedServices(Paper.Plan)] IPrinter printer) { public override string ToString() => printer.ToString()!; }

    public interface ILedger;
    public class Ledger : ILedger;
    public class SignedLedger(ILedger inner, Clerk caller) : ILedger { public override string ToString() => $"{inner} {caller}"; }
    public interface IDiary;
    public class Diary : IDiary;
    public class SignedDiary(IDiary inner, Clerk caller) : IDiary { public override string ToString() => $"{inner} {caller}"; }

    public class DebugDesk(ICaller caller) { public override string ToString() => caller.ToString()!; }
    public class Triage(ICaller caller) { public override string ToString() => caller.ToString()!; }
    public class Emergency(ICaller caller) { public override string ToString() => caller.ToString()!; }
    public class Night(ICaller caller) { public override string ToString() => caller.ToString()!; }
    public interface IShift;
    public class Shift(ICaller caller) : IShift { public override string ToString() => caller.ToString()!; }
    public interface IWeek;
    public class Week : IWeek;
}

namespace Clinic.Desks
{
    public interface IDesk;
    public interface ICounter;
    public class FrontDesk(Visitor caller) : IDesk // finding SF1005 HIGH: a scan registers it as singleton
    {
        public override string ToString() => caller.ToString()!;
    }

    public class Counter(IServiceScopeFactory scopes) : ICounter { public override string ToString() => scopes.ToString()!; }
}

namespace Clinic.Rooms
{
    public class Room(ICaller caller) { public override string ToString() => caller.ToString()!; }
}
