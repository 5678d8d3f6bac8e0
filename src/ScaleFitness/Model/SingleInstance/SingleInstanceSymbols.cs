namespace ScaleFitness.Model.SingleInstance;

/// <summary>Names of what code uses that assumes to be alone: a test resolves each against the framework or a package.</summary>
internal static class SingleInstanceSymbols
{
    public const string Environment = "System.Environment";
    public const string Dns = "System.Net.Dns";
    public const string Process = "System.Diagnostics.Process";
    public const string Mutex = "System.Threading.Mutex";
    public const string Semaphore = "System.Threading.Semaphore";
    public const string EventWaitHandle = "System.Threading.EventWaitHandle";
    public const string DatabaseFacade = "Microsoft.EntityFrameworkCore.Infrastructure.DatabaseFacade";
    public const string RelationalDatabase = "Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions";
    public const string ApplicationLifetime = "Microsoft.Extensions.Hosting.IHostApplicationLifetime";
    public const string ApplicationBuilder = "Microsoft.Extensions.Hosting.IHostApplicationBuilder";
    public const string DesignTimeFactory = "Microsoft.EntityFrameworkCore.Design.IDesignTimeDbContextFactory`1";
    public const string Redis = "StackExchange.Redis.ConnectionMultiplexer";
    public const string MongoClient = "MongoDB.Driver.MongoClient";
    public const string DistributedCache = "Microsoft.Extensions.Caching.Distributed.IDistributedCache";
    public const string DistributedCacheExtensions = "Microsoft.Extensions.Caching.Distributed.DistributedCacheExtensions";
}
