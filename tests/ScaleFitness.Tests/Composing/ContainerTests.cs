using ScaleFitness.Model.Composition;
using ScaleFitness.Tests.Harness;

namespace ScaleFitness.Tests.Composing;

/// <summary>What the host says of its container: Microsoft's, what Scrutor adds to it, and Autofac's.</summary>
public sealed class ContainerTests
{
    [Fact]
    public void Constructions_say_what_the_container_chose_and_what_it_lacks()
    {
        var host = Composed("""
            var builder = Host.CreateApplicationBuilder(args);
            builder.Services.AddScoped<Mail>().AddSingleton<Clock>().AddTransient(typeof(Store<>)).AddKeyedSingleton<Clock>("utc");
            builder.Services.AddScoped<Letter>();
            builder.Build().Run();

            public interface IPost;
            public sealed class Clock;
            public sealed class Mail : IDisposable { public Mail(Clock clock, IPost post) { } public Mail(Clock clock) { } public void Dispose() { } }
            public sealed class Store<T>(IEnumerable<T> items, Clock clock);
            public sealed class Letter(IPost post, [FromKeyedServices("utc")] Clock clock, [FromKeyedServices("local")] Clock local, IServiceProvider services, IEnumerable<IPost> posts, IPost? other = null);
            """);

        Assert.Null(host.UnreadContainer);
        Assert.Equal("Composed", host.App);
        var mail = Construction(host, "Mail");
        Assert.True(mail.IsDisposable);
        Assert.Equal(["clock"], mail.Parameters.Select(p => p.Name));
        Assert.Equal("!0", Construction(host, "Store`1").Parameters[0].Type.Arguments[0].Name);
        Assert.Equal(["post", "local", "other"], Construction(host, "Letter").Parameters.Where(p => p.IsMissing).Select(p => p.Name));
        Assert.Equal(["other"], Construction(host, "Letter").Parameters.Where(p => p.HasDefault).Select(p => p.Name));
    }

    [Fact]
    public void Scrutor_gives_ordinary_registrations()
    {
        var host = Composed("""
            using Scrutor;
            var builder = Host.CreateApplicationBuilder(args);
            builder.Services.Scan(s => s.FromAssemblyOf<PriceRule>().AddClasses(c => c.AssignableTo<IRule>()).AsImplementedInterfaces().WithScopedLifetime());
            builder.Services.AddSingleton<IStock, Stock>().Decorate<IStock, CountedStock>();
            builder.Build().Run();

            public interface IRule; public sealed class PriceRule : IRule; public sealed class TaxRule : IRule;
            public interface IStock; public sealed class Stock : IStock; public sealed class CountedStock(IStock stock) : IStock;
            """);

        Assert.Equal(["PriceRule", "TaxRule"], host.Services.Where(s => s is { Service.Name: "IRule", Lifetime: Lifetime.Scoped }).Select(s => s.Implementation!.Name).Order());
        Assert.Contains(host.Services, s => s is { Service.Name: "IStock", Implementation.Name: "Stock", IsKeyed: true });
        Assert.Contains(host.Services, s => s is { Service.Name: "IStock", Implementation: null, Factory.Type.Assembly: "Scrutor", IsKeyed: false });
    }

    [Fact]
    public void Autofac_says_what_it_registers_itself()
    {
        var host = Composed("""
            using Autofac;
            using Autofac.Extensions.DependencyInjection;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSingleton<Clock>();
            builder.Services.AddScoped<IStock>(sp => new Stock());
            builder.Services.AddTransient(typeof(IRepository<>), typeof(Repository<>));
            builder.Host.UseServiceProviderFactory(new AutofacServiceProviderFactory(b =>
            {
                b.RegisterType<Orders>().As<IOrders>().AsSelf().SingleInstance();
                b.RegisterType<Basket>().InstancePerLifetimeScope();
                b.RegisterType<Mail>().Keyed<Mail>("fast");
                b.RegisterGeneric(typeof(Audited<>)).As(typeof(IRepository<>)).InstancePerLifetimeScope();
                b.Register(c => new Feed(c.Resolve<Clock>())).SingleInstance();
                b.RegisterInstance(new Limits());
                b.RegisterDecorator<CountedStock, IStock>();
            }));
            builder.Build().Run();

            public sealed class Clock; public sealed class Limits; public sealed class Mail; public sealed class Feed(Clock clock);
            public interface IStock; public sealed class Stock : IStock; public sealed class CountedStock(IStock stock) : IStock;
            public interface IOrders; public sealed class Orders(Basket basket, Func<Basket> mail, Lazy<Feed> feed, IMissing missing) : IOrders; public sealed class Basket; public interface IMissing;
            public interface IRepository<T>; public sealed class Repository<T> : IRepository<T>; public sealed class Audited<T>(Clock clock) : IRepository<T>;
            """);

        Assert.Null(host.UnreadContainer);
        Assert.Empty(host.Notes);
        Assert.Contains(host.Services, s => s is { Service.Name: "IOrders", Implementation.Name: "Orders", Lifetime: Lifetime.Singleton });
        Assert.Contains(host.Services, s => s is { Service.Name: "Orders", Implementation.Name: "Orders", Lifetime: Lifetime.Singleton });
        Assert.Contains(host.Services, s => s is { Service.Name: "Basket", Lifetime: Lifetime.Scoped });
        Assert.Contains(host.Services, s => s is { Service.Name: "Mail", Lifetime: Lifetime.Transient, IsKeyed: true, Key: "fast" });
        Assert.Contains(host.Services, s => s is { Service.Name: "IRepository`1", Implementation.Name: "Audited`1", Lifetime: Lifetime.Scoped });
        Assert.Contains(host.Services, s => s is { Service.Name: "Feed", Implementation: null, Made.Name: "Feed", Factory.Type.Assembly: "Composed", Lifetime: Lifetime.Singleton });
        Assert.Contains(host.Services, s => s is { Service.Name: "Limits", Instance.Name: "Limits", Lifetime: Lifetime.Singleton });
        Assert.Contains(host.Services, s => s is { Service.Name: "IStock", Implementation.Name: "CountedStock", IsDecorator: true });
        // What the service collection brought is not said twice.
        Assert.Single(host.Services, s => s.Service.Name == "Clock");
        Assert.Single(host.Services, s => s is { Service.Name: "IStock", IsDecorator: false });
        Assert.Single(host.Services, s => s.Implementation?.Name == "Repository`1");
        Assert.DoesNotContain(host.Services, s => s.Implementation?.Namespace.StartsWith("Autofac", StringComparison.Ordinal) == true);
        Assert.Equal(["missing"], Construction(host, "Orders").Parameters.Where(p => p.IsMissing).Select(p => p.Name));
    }

    [Fact]
    public void A_container_that_nobody_can_read_is_named()
    {
        var host = Composed("""
        var builder = WebApplication.CreateBuilder(args);
        builder.Host.UseServiceProviderFactory(new Strange());
        builder.Build().Run();

        public sealed class Strange : IServiceProviderFactory<IServiceCollection>
        {
            public IServiceCollection CreateBuilder(IServiceCollection services) => services;
            public IServiceProvider CreateServiceProvider(IServiceCollection services) => new Container(services.BuildServiceProvider());
        }
        public sealed class Container(IServiceProvider inner) : IServiceProvider { public object? GetService(Type type) => inner.GetService(type); }
        """);

        Assert.Equal("Composed", host.UnreadContainer);
        Assert.Contains("container of Composed", Assert.Single(host.Notes));
    }

    private static ComposedConstruction Construction(ComposedHost host, string type) => host.Constructions.Single(c => c.Type.Name == type);

    private static ComposedHost Composed(string program)
    {
        var fixture = FixtureCompiler.Compile("Composed", [new SourceText("Program.cs", program)], FixtureBuild.Debug, WorkFolder.Create("container"));
        Assert.Empty(fixture.Errors);
        var answer = ComposedFixture.Compose(fixture);
        Assert.Null(answer.Failure);
        return answer.Host!;
    }
}
