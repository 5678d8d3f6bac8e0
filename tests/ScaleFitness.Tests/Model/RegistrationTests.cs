using ScaleFitness.Model.Composition;
using ScaleFitness.Model.Services;

namespace ScaleFitness.Tests.Model;

public sealed class RegistrationTests
{
    private const string Source = """
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.DependencyInjection.Extensions;

        public interface IA; public class A1 : IA; public class A2 : IA; public class A3 : IA; public class A4 : IA;
        public interface IRepository<T>; public class Repository<T> : IRepository<T>;
        public class Clock; public class Client; public class Worker : BackgroundService { protected override Task ExecuteAsync(CancellationToken t) => Task.CompletedTask; }
        public class Db(DbContextOptions<Db> o) : DbContext(o); public class Audit(DbContextOptions<Audit> o) : DbContext(o);
        public static class Wiring
        {
            public static void Add(IServiceCollection services)
            {
                REGISTRATION
            }
        }
        """;

    [Theory]
    [InlineData("services.AddScoped<IA, A1>();", "IA", "A1", Lifetime.Scoped)]
    [InlineData("services.AddSingleton<IA>(sp => new A2());", "IA", "A2", Lifetime.Singleton)]
    [InlineData("services.AddTransient(typeof(IA), typeof(A3));", "IA", "A3", Lifetime.Transient)]
    [InlineData("services.TryAddScoped<IA, A4>();", "IA", "A4", Lifetime.Scoped)]
    [InlineData("services.AddKeyedSingleton<IA, A1>(\"k\");", "IA", "A1", Lifetime.Singleton)]
    [InlineData("services.AddSingleton(new Clock());", "Clock", "Clock", Lifetime.Singleton)]
    [InlineData("services.AddSingleton(typeof(Clock));", "Clock", "Clock", Lifetime.Singleton)]
    [InlineData("services.AddScoped(typeof(IRepository<>), typeof(Repository<>));", "IRepository", "Repository", Lifetime.Scoped)]
    [InlineData("services.AddHttpClient<Client>();", "Client", "Client", Lifetime.Transient)]
    [InlineData("services.AddHostedService<Worker>();", "Worker", "Worker", Lifetime.Singleton)]
    [InlineData("services.AddDbContext<Db>();", "Db", "Db", Lifetime.Scoped)]
    [InlineData("services.AddDbContext<Db>(o => { }, ServiceLifetime.Singleton);", "Db", "Db", Lifetime.Singleton)]
    [InlineData("services.AddDbContext<Db>(ServiceLifetime.Transient);", "Db", "Db", Lifetime.Transient)]
    [InlineData("services.AddScoped<A1>(); services.AddScoped<IA>(sp => sp.GetRequiredService<A1>());", "IA", "A1", Lifetime.Scoped)]
    [InlineData("services.Add(ServiceDescriptor.Singleton<IA, A2>());", "IA", "A2", Lifetime.Singleton)]
    [InlineData("IA Make(IServiceProvider sp) { return sp is null ? new A1() : new A1(); } services.AddScoped(Make);", "IA", "A1", Lifetime.Scoped)]
    public void A_registration_is_read_as_it_is_written(string registration, string service, string implementation, Lifetime lifetime)
    {
        foreach (var release in new[] { false, true })
        {
            var app = ModelSource.Read(Source.Replace("REGISTRATION", registration, StringComparison.Ordinal), release);
            var found = app.Services.Registrations.Single(r => r.Service.DisplayName == service);
            Assert.Equal(implementation, found.Implementation?.DisplayName);
            Assert.Equal(lifetime, found.Lifetime);
        }
    }
}
