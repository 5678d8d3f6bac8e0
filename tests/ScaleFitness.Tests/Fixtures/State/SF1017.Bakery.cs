// composed
using Bakery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Scrutor;

var builder = WebApplication.CreateBuilder(args);
var services = builder.Services;
services.AddOvens();
services.AddShop();
services.AddSingleton<IFound, Explicit>(); // finding SF1017 MEDIUM: the scan comes later
services.Scan(scan => scan.FromAssemblyOf<Oven>().AddClasses(c => c.AssignableTo<IFound>().Where(t => t.Name == "Found")).AsImplementedInterfaces().WithScopedLifetime());
services.Scan(scan => scan.FromAssemblyOf<Oven>().AddClasses(c => c.AssignableTo<IRecipe>()).AsImplementedInterfaces().WithScopedLifetime());
services.AddScoped<IRecipe, OwnRecipe>();

// A condition decides.
services.AddSingleton<IPayment, CardPayment>();
if (builder.Environment.IsProduction())
    services.AddSingleton<IPayment, SafePayment>();
// Said so.
services.AddSingleton<IClock, Clock>();
services.Replace(ServiceDescriptor.Singleton<IClock, ShopClock>());
services.TryAddSingleton<IClock, Clock>();
// All of them are taken.
services.AddSingleton<ITopping, Sugar>();
services.AddSingleton<ITopping, Nuts>();
services.AddScoped<IFilling, Jam>();
services.AddScoped<IFilling, Cream>();
// One goes around the other.
services.AddScoped<IBaker, Baker>();
services.AddScoped<IBaker, CarefulBaker>();
services.AddScoped<Baker>();
// Under keys, libraries' services, hosted services, twice the same.
services.AddKeyedSingleton<ITray, Tray>("small");
services.AddKeyedSingleton<ITray, WideTray>("wide");
services.AddScoped<IAuthorizationHandler, OpenHandler>();
services.AddScoped<IAuthorizationHandler, ClosedHandler>();
services.AddHostedService<Night>();
services.AddHostedService<Morning>();
services.AddScoped<ITill, Till>();
services.AddScoped<ITill, Till>();

var app = builder.Build();
app.MapGet("/", (IOven oven, IMixer mixer, ITable table, IFound found, IRecipe recipe, IPayment payment, IClock clock, IBaker baker, ITill till) => $"{oven}{mixer}{table}{found}{recipe}{payment}{clock}{baker}{till}");
app.MapGet("/toppings", (IEnumerable<ITopping> toppings) => toppings.Count());
app.MapGet("/fillings", (IServiceProvider provider) => provider.GetServices<IFilling>().Count());
app.Run();

namespace Bakery
{
    public static class Modules
    {
        public static void AddOvens(this IServiceCollection services)
        {
            services.AddScoped<IOven, Oven>(); // finding SF1017 LOW: AddShop brings another
            services.AddSingleton<IMixer, Mixer>(); // finding SF1017 MEDIUM: the same, and then scoped
            services.AddScoped<ITable>(sp => new Table()); // finding SF1017 LOW: a factory's
        }

        public static void AddShop(this IServiceCollection services)
        {
            services.AddScoped<IOven, StoneOven>();
            services.AddScoped<IMixer, Mixer>();
            services.AddScoped<ITable, LongTable>();
        }
    }

    public interface IOven;
    public class Oven : IOven;
    public class StoneOven : IOven;
    public interface IMixer;
    public class Mixer : IMixer;
    public interface ITable;
    public class Table : ITable;
    public class LongTable : ITable;
    public interface IFound;
    public class Explicit : IFound;
    public class Found : IFound;
    public interface IRecipe;
    public class Recipe : IRecipe;
    public class OwnRecipe : IRecipe;
    public interface IPayment;
    public class CardPayment : IPayment;
    public class SafePayment : IPayment;
    public interface IClock;
    public class Clock : IClock;
    public class ShopClock : IClock;
    public interface ITopping;
    public class Sugar : ITopping;
    public class Nuts : ITopping;
    public interface IFilling;
    public class Jam : IFilling;
    public class Cream : IFilling;
    public interface IBaker;
    public class Baker : IBaker;
    public class CarefulBaker(Baker inner) : IBaker { public override string ToString() => inner.ToString()!; }
    public interface ITray;
    public class Tray : ITray;
    public class WideTray : ITray;
    public interface ITill;
    public class Till : ITill;

    public class OpenHandler : IAuthorizationHandler { public Task HandleAsync(AuthorizationHandlerContext context) => Task.CompletedTask; }
    public class ClosedHandler : IAuthorizationHandler { public Task HandleAsync(AuthorizationHandlerContext context) => Task.CompletedTask; }
    public class Night : BackgroundService { protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.CompletedTask; }
    public class Morning : BackgroundService { protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.CompletedTask; }
}
