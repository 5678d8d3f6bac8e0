using System.Data;
using Dapper;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Npgsql;
using Payroll;

var builder = WebApplication.CreateBuilder(args);
var text = builder.Configuration.GetConnectionString("Payroll");
builder.Services.AddDbContext<PayrollContext>(o => o.UseNpgsql(text)); // finding SF2015 MEDIUM
builder.Services.AddDbContext<StaffContext>(o => o.UseSqlServer(text, sql => sql.CommandTimeout(30))); // finding SF2015 MEDIUM
builder.Services.AddSqlServer<AuditContext>(text); // finding SF2015 MEDIUM
builder.Services.AddDbContextPool<PooledContext>(o => o.UseSqlServer(text, sql => sql.EnableRetryOnFailure(5)));
builder.Services.AddDbContextFactory<MadeContext>(o => o.UseNpgsql(text, npgsql => npgsql.EnableRetryOnFailure().CommandTimeout(20)).EnableDetailedErrors());
builder.Services.AddDbContext<OwnContext>(o => o.UseSqlServer(text, sql => sql.ExecutionStrategy(_ => null!)));
builder.Services.AddSqlServer<CloudContext>(text, sql => Databases.Harden(sql));
builder.Services.AddDbContext<AzureContext>(o => o.UseAzureSql(text));
builder.Services.AddDbContext<LocalContext>(o => o.UseSqlite("Data Source=payroll.db"));
builder.Services.AddDbContext<FakeContext>(o => o.UseInMemoryDatabase("tests"));
builder.Services.AddPayrollReports(text!);
builder.Services.AddScoped<Slips>();
var app = builder.Build();
using (var scope = app.Services.CreateScope())
{
    // A migration may take its time, once.
    var db = scope.ServiceProvider.GetRequiredService<PayrollContext>();
    db.Database.SetCommandTimeout(0);
    db.Database.Migrate();
}

app.MapGet("/slips", (Slips slips) => slips.Count());
app.MapGet("/slips/export", (Slips slips) => slips.Export());
app.MapGet("/slips/bounded", (Slips slips) => slips.Bounded());
app.Run();

namespace Payroll
{
    public class PayrollContext(DbContextOptions<PayrollContext> options) : DbContext(options);

    public class StaffContext(DbContextOptions<StaffContext> options) : DbContext(options);

    public class AuditContext(DbContextOptions<AuditContext> options) : DbContext(options);

    public class PooledContext(DbContextOptions<PooledContext> options) : DbContext(options);

    public class MadeContext(DbContextOptions<MadeContext> options) : DbContext(options);

    public class OwnContext(DbContextOptions<OwnContext> options) : DbContext(options);

    public class CloudContext(DbContextOptions<CloudContext> options) : DbContext(options);

    public class AzureContext(DbContextOptions<AzureContext> options) : DbContext(options);

    public class LocalContext(DbContextOptions<LocalContext> options) : DbContext(options);

    public class FakeContext(DbContextOptions<FakeContext> options) : DbContext(options);

    public class ReportsContext : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
            optionsBuilder.UseNpgsql("Host=db", npgsql => npgsql.CommandTimeout(0).EnableRetryOnFailure()); // finding SF2015 MEDIUM
    }

    public static class Databases
    {
        public static void Harden(Microsoft.EntityFrameworkCore.Infrastructure.SqlServerDbContextOptionsBuilder sql) => sql.EnableRetryOnFailure();

        public static IServiceCollection AddPayrollReports(this IServiceCollection services, string text) =>
            services.AddDbContext<ReportsContext>((provider, options) =>
            {
                options.UseNpgsql(text, npgsql => // finding SF2015 MEDIUM
                {
                    npgsql.MigrationsAssembly("Payroll");
                });
            });
    }

    public class DesignTime : IDesignTimeDbContextFactory<PayrollContext>
    {
        public PayrollContext CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder<PayrollContext>().UseNpgsql("Host=localhost").Options);
    }

    public class Slips(NpgsqlDataSource source, PayrollContext db)
    {
        public int Count()
        {
            using var connection = source.OpenConnection();
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT COUNT(*) FROM slips";
            command.CommandTimeout = 0; // finding SF2015 MEDIUM
            return (int)command.ExecuteScalar()!;
        }

        public Task<int> Export()
        {
            db.Database.SetCommandTimeout(TimeSpan.Zero); // finding SF2015 MEDIUM
            return db.Database.ExecuteSqlRawAsync("CALL export()");
        }

        public int Bounded()
        {
            db.Database.SetCommandTimeout(TimeSpan.FromSeconds(90));
            using var connection = source.OpenConnection();
            using IDbCommand command = connection.CreateCommand();
            command.CommandText = "SELECT COUNT(*) FROM slips";
            command.CommandTimeout = 15;
            return (int)command.ExecuteScalar()!;
        }
    }
}
