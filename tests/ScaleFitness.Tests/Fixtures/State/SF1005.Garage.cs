using Garage;
using MassTransit;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;

// Startup and extension methods; one scoped service that many keep.
Host.CreateDefaultBuilder(args).ConfigureWebHostDefaults(web => web.UseStartup<Startup>()).Build().Run();

namespace Garage
{
    public class Startup
    {
        public void ConfigureServices(IServiceCollection services)
        {
            services.AddControllers();
            services.AddWorkshop();
            services.AddPeople();
        }

        public void Configure(IApplicationBuilder app) => app.UseRouting().UseEndpoints(e => e.MapControllers());
    }

    public static class Modules
    {
        public static IServiceCollection AddWorkshop(this IServiceCollection services)
        {
            services.TryAddScoped<ITenant, Tenant>(); // finding SF1005 HIGH: three keep it, and it alone
            services.TryAddSingleton<IPrices, Prices>();
            services.AddSingleton<Hoists>();
            services.TryAddEnumerable(ServiceDescriptor.Singleton<ICheck, BrakeCheck>());
            services.TryAddEnumerable(ServiceDescriptor.Singleton<ICheck, LightCheck>());
            services.AddTransient<ITools, Tools>();
            services.AddTransient<Loop>();
            services.AddSingleton<Circle>();
            return services;
        }

        public static IServiceCollection AddPeople(this IServiceCollection services)
        {
            services.AddSingleton<Mechanics>(); // finding SF1005 HIGH: the library registers it as scoped
            services.AddSingleton<Horn>(); // finding SF1005 HIGH: so does this one
            services.AddSingleton<Radio>();
            services.AddHttpClient<PartsClient>();
            services.AddSingleton<Parts>(); // finding SF1005 HIGH: a typed client is transient, and takes it
            services.AddScoped<Order>();
            return services;
        }
    }

    public interface ITenant;
    public class Tenant : ITenant;
    public interface IPrices;
    public class Prices(ITenant tenant) : IPrices
    {
        public override string ToString() => tenant.ToString()!;
    }

    public interface ITools;
    public class Tools(ITenant tenant) : ITools
    {
        public override string ToString() => tenant.ToString()!;
    }

    public class Hoists(ITools tools)
    {
        public override string ToString() => tools.ToString()!;
    }

    public interface ICheck;
    public class BrakeCheck(ITenant tenant) : ICheck
    {
        public override string ToString() => tenant.ToString()!;
    }

    public class LightCheck : ICheck;

    // Transients in a circle: the container fails, the search must not.
    public class Loop(Loop inner)
    {
        public override string ToString() => inner.ToString();
    }

    public class Circle(Loop loop)
    {
        public override string ToString() => loop.ToString();
    }

    public class Mechanics(UserManager<IdentityUser> users)
    {
        public override string ToString() => users.ToString()!;
    }

    public class Horn(IPublishEndpoint endpoint)
    {
        public override string ToString() => endpoint.ToString()!;
    }

    public class Radio(IBus bus)
    {
        public override string ToString() => bus.ToString()!;
    }

    public class Order;

    public class PartsClient(HttpClient client, Order order)
    {
        public override string ToString() => client.ToString() + order;
    }

    public class Parts(PartsClient client)
    {
        public override string ToString() => client.ToString();
    }
}
