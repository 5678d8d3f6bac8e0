using ScaleFitness.Composing;
using ScaleFitness.Model.Composition;
using ScaleFitness.Tests.Harness;

namespace ScaleFitness.Tests.Composing;

/// <summary>What the host says of EF Core's contexts, asked without a database.</summary>
public sealed class ContextTests
{
    private static readonly Lazy<ComposedHost> Shop = new(() => Composed("""
        using System.ComponentModel.DataAnnotations;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.EntityFrameworkCore.Infrastructure;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddDbContextPool<Sales>(o => o
            .UseNpgsql("Host=db.internal;Database=sales;Username=app;Password=hidden;Pooling=false;Maximum Pool Size=20;Minimum Pool Size=2", n => n.EnableRetryOnFailure().CommandTimeout(0).UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking), poolSize: 64);
        builder.Services.AddDbContextFactory<Stock>(o => o.UseInMemoryDatabase("stock").ReplaceService<IModelCacheKeyFactory, PerTenant>());
        builder.Services.AddDbContext<Broken>(o => o.UseNpgsql("Host=db.internal"));
        builder.Services.AddDbContext<Eager>(o => { using var c = new System.Net.Sockets.TcpClient("192.0.2.1", 3306); });
        builder.Services.AddSingleton<Tenants>();
        var app = builder.Build();
        app.MapGet("/", () => "");
        app.Run();

        public sealed class Tenants { public string Current => "a"; }
        public sealed class Sales(DbContextOptions<Sales> options) : DbContext(options)
        {
            public string Tenant = "a";
            public DbSet<Order> Orders => Set<Order>();
            public DbSet<Customer> Customers => Set<Customer>();
            protected override void OnModelCreating(ModelBuilder b)
            {
                var frozen = Tenant;
                var service = new Tenants();
                b.Entity<Order>(o =>
                {
                    o.ToTable("orders", "shop");
                    o.HasIndex(x => new { x.Number, x.Placed }).IsUnique().HasFilter("\"Number\" IS NOT NULL");
                    o.HasIndex(x => x.Note).HasMethod("gin");
                    o.OwnsMany(x => x.Lines);
                    o.OwnsMany(x => x.Tags, t => t.ToJson());
                    o.Navigation(x => x.Customer).AutoInclude();
                    o.Property<string>("Region").HasComputedColumnSql("upper(\"Note\")", stored: true);
                    o.HasQueryFilter("tenant", x => x.TenantId == Tenant);
                    o.HasQueryFilter("frozen", x => frozen == x.TenantId);
                    o.HasQueryFilter("asked", x => EF.Property<string>(x, "TenantId") == service.Current);
                    o.HasQueryFilter("soft", x => !x.IsDeleted);
                });
                b.Entity<Customer>(c =>
                {
                    c.HasKey(x => x.Code);
                    c.HasAlternateKey(x => x.Mail);
                    c.HasData(new Customer { Code = "1", Mail = "a@example.org" });
                });
            }
        }

        public sealed class Order
        {
            public int Id { get; set; }
            public string? Number { get; set; }
            public DateTime Placed { get; set; }
            [MaxLength(200)] public string Note { get; set; } = "";
            public string TenantId { get; set; } = "";
            public bool IsDeleted { get; set; }
            public Customer Customer { get; set; } = null!;
            public List<Line> Lines { get; } = [];
            public List<Tag> Tags { get; } = [];
            [Timestamp] public uint Version { get; set; }
        }
        public sealed class Line { public int Id { get; set; } public int Count { get; set; } }
        public sealed class Tag { public string Name { get; set; } = ""; }
        public sealed class Customer { public string Code { get; set; } = ""; public string Mail { get; set; } = ""; }

        public sealed class Stock(DbContextOptions<Stock> options) : DbContext(options)
        {
            public DbSet<Part> Parts => Set<Part>();
            protected override void OnModelCreating(ModelBuilder b) => b.Entity<Part>().Metadata.SetAnnotation("Cosmos:PartitionKeyNames", new List<string> { "Kind" });
        }
        public sealed class Part { public Guid Id { get; set; } public bool Kind { get; set; } }
        public sealed class PerTenant : IModelCacheKeyFactory { public object Create(DbContext context, bool designTime) => (context.GetType(), designTime); }
        public sealed class Broken : DbContext { public Broken(DbContextOptions<Broken> options, Tenants tenants) : base(options) => throw new InvalidOperationException("no tenant"); }
        public sealed class Eager(DbContextOptions<Eager> options) : DbContext(options);
        """));

    private static ComposedContext Sales => Shop.Value.Contexts[0];

    private static ComposedEntity Order => Sales.Entities.Single(e => e.Type.Name == "Order");

    [Fact]
    public void Options_are_told()
    {
        Assert.Equal(["Sales", "Stock"], Shop.Value.Contexts.Select(c => c.Type.Name));
        Assert.Equal("Npgsql.EntityFrameworkCore.PostgreSQL", Sales.Provider);
        Assert.True(Sales is { IsRelational: true, Retries: true, SplitsQueries: true, IsUntracked: true, CommandTimeout: 0, PoolSize: 64, ModelCacheKeyFactory: null });
        Assert.True(Shop.Value.Contexts[1] is { IsRelational: false, Retries: false, PoolSize: null, Connection: null, ModelCacheKeyFactory.Name: "PerTenant" });
    }

    [Fact]
    public void Of_a_connection_string_nothing_secret_is_kept() =>
        Assert.Equal(new(false, 20, 2, null, false, "sales"), Sales.Connection);

    [Fact]
    public void A_context_that_throws_or_looks_for_its_server_is_noted() => Assert.Equal(
        [
            "the context Broken could not be read: InvalidOperationException: no tenant",
            "the context Eager could not be read: TimeoutException: it connects to its server before anything is asked of it, which is refused while composing",
        ],
        Shop.Value.Notes);

    [Fact]
    public void An_entity_tells_table_keys_and_indexes()
    {
        Assert.Equal(("orders", "shop"), (Order.Table, Order.Schema));
        Assert.Equal(["Id!"], Order.Keys.Select(k => string.Join("+", k.Columns) + (k.IsPrimary ? "!" : "")));
        Assert.Equal(["CustomerCode   ", "Note  gin ", "Number+Placed \"Number\" IS NOT NULL  unique"], Order.Indexes.Select(i => $"{string.Join("+", i.Columns)} {i.Filter} {i.Method} {(i.IsUnique ? "unique" : "")}").Order(StringComparer.Ordinal));
        Assert.Equal("Customer", Assert.Single(Order.ForeignKeys).Navigation);
        Assert.Contains(Order.Columns, c => c is { Name: "Note", MaxLength: 200 });
        Assert.Contains(Order.Columns, c => c is { Name: "Region", IsComputed: true });
        Assert.Contains(Order.Columns, c => c is { Name: "Version", IsConcurrencyToken: true });
        Assert.Equal(["Customer one own", "Lines many own", "Tags many row"], Order.AutoIncluded.Select(n => $"{n.Name} {(n.IsCollection ? "many" : "one")} {(n.IsInRow ? "row" : "own")}"));
        Assert.Equal(["Code", "Mail"], Sales.Entities.Single(e => e.Type.Name == "Customer").Keys.Select(k => Assert.Single(k.Columns)));
        Assert.True(Sales.Entities.Single(e => e.Type.Name == "Customer").IsSeeded);
        Assert.Equal(["Kind"], Shop.Value.Contexts[1].Entities[0].PartitionKey);
    }

    [Fact]
    public void A_filter_tells_where_it_takes_its_values_from() => Assert.Equal(
        ["asked: TenantId Captured service.Current Tenants", "frozen: TenantId Captured frozen ", "soft: IsDeleted Constant  ", "tenant: TenantId Context Tenant "],
        Order.Filters.SelectMany(f => f.Conditions.Select(c => $"{f.Name}: {c.Column} {c.Source} {c.Text} {string.Join("/", c.Through.Select(t => t.Name))}")));

    [Fact]
    public void A_database_that_start_up_migrates_and_fills_is_there_and_empty()
    {
        var host = Composed("""
            using Microsoft.EntityFrameworkCore;
            using Microsoft.Extensions.DependencyInjection.Extensions;

            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddDbContext<Shop>(o => o.UseNpgsql("Host=127.0.0.1;Port=1;Database=shop"));
            builder.Services.AddDbContextFactory<Stock>(o => o.UseNpgsql("Host=127.0.0.1;Port=1;Database=stock"));
            builder.Services.AddDbContext<Own>();
            var app = builder.Build();
            using (var scope = app.Services.CreateScope())
            {
                var shop = scope.ServiceProvider.GetRequiredService<Shop>();
                while (!shop.Database.CanConnect())
                    Thread.Sleep(50);
                if ((await shop.Database.GetPendingMigrationsAsync()).Any())
                    throw new InvalidOperationException("migrations are pending");
                await shop.Database.MigrateAsync();
                shop.Database.Migrate();
                if (!await shop.Orders.AnyAsync(o => o.Id > 1))
                {
                    shop.Orders.AddRange(new Order { Number = "1" }, new Order { Number = "2" });
                    await shop.SaveChangesAsync();
                }
                if (shop.Orders.FirstOrDefault(o => o.Number == "3") is null && shop.Orders.Find(7) is null && shop.Orders.Count() == 0 && !shop.Orders.Include(o => o.Lines).ToList().Any())
                {
                    shop.Add(new Order { Number = "3", Lines = { new Line() } });
                    shop.SaveChanges();
                }
                await foreach (var order in shop.Orders.AsAsyncEnumerable())
                    throw new InvalidOperationException("a row");
                if ((await shop.Orders.ToListAsync()).Count > 0 || await shop.Orders.ExecuteDeleteAsync() > 0)
                    throw new InvalidOperationException("rows");
                using var stock = scope.ServiceProvider.GetRequiredService<IDbContextFactory<Stock>>().CreateDbContext();
                stock.Database.EnsureDeleted();
                stock.Database.EnsureCreated();
                scope.ServiceProvider.GetRequiredService<Own>().Database.Migrate();
            }
            app.MapGet("/late", () => "");
            app.Run();

            public sealed class Order { public int Id { get; set; } public string Number { get; set; } = ""; public List<Line> Lines { get; } = []; }
            public sealed class Line { public int Id { get; set; } }
            public sealed class Shop(DbContextOptions<Shop> options) : DbContext(options) { public DbSet<Order> Orders => Set<Order>(); }
            public sealed class Stock(DbContextOptions<Stock> options) : DbContext(options);
            public sealed class Own(DbContextOptions<Own> options) : DbContext(options) { protected override void OnConfiguring(DbContextOptionsBuilder o) => o.UseNpgsql("Host=127.0.0.1;Port=1;Database=own"); }
            """);

        Assert.Contains(host.Endpoints, e => e.Route == "/late");
        Assert.Equal(["Shop", "Stock", "Own"], host.Contexts.Select(c => c.Type.Name));
        Assert.Empty(host.Notes);
    }

    [Fact]
    public void What_needs_a_row_still_asks_the_database_and_is_refused() => Assert.Contains(
        "connects to",
        Compose("""
            using Microsoft.EntityFrameworkCore;

            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddDbContext<Shop>(o => o.UseNpgsql("Host=127.0.0.1;Port=1;Database=shop"));
            var app = builder.Build();
            using (var scope = app.Services.CreateScope())
                scope.ServiceProvider.GetRequiredService<Shop>().Orders.First();
            app.Run();

            public sealed class Order { public int Id { get; set; } }
            public sealed class Shop(DbContextOptions<Shop> options) : DbContext(options) { public DbSet<Order> Orders => Set<Order>(); }
            """).Failure?.What);

    private static ComposedHost Composed(string program)
    {
        var answer = Compose(program);
        Assert.Null(answer.Failure);
        return answer.Host!;
    }

    private static HostAnswer Compose(string program)
    {
        var fixture = FixtureCompiler.Compile("Composed", [new SourceText("Program.cs", program)], FixtureBuild.Debug, WorkFolder.Create("contexts"));
        Assert.Empty(fixture.Errors);
        return ComposedFixture.Compose(fixture, "Production", new Dictionary<string, string>(), TimeSpan.FromSeconds(60));
    }
}
