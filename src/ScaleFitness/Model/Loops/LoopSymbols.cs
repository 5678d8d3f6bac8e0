namespace ScaleFitness.Model.Loops;

/// <summary>Well-known types that loops go round by.</summary>
public static class LoopSymbols
{
    /// <summary>A reader's rows.</summary>
    public const string DataReader = "System.Data.Common.DbDataReader";

    /// <summary>A reader's rows, by the interface.</summary>
    public const string DataReaderInterface = "System.Data.IDataReader";

    /// <summary>Messages in the process.</summary>
    public const string ChannelReader = "System.Threading.Channels.ChannelReader`1";

    /// <summary>Ticks.</summary>
    public const string PeriodicTimer = "System.Threading.PeriodicTimer";

    /// <summary>Limits how many run at a time.</summary>
    public const string Semaphore = "System.Threading.SemaphoreSlim";

    /// <summary>Runs lambdas side by side.</summary>
    public const string Parallel = "System.Threading.Tasks.Parallel";

    /// <summary>How many of them at a time.</summary>
    public const string ParallelOptions = "System.Threading.Tasks.ParallelOptions";

    /// <summary>LINQ side by side.</summary>
    public const string ParallelEnumerable = "System.Linq.ParallelEnumerable";

    /// <summary>Tasks.</summary>
    public const string Task = "System.Threading.Tasks.Task";

    /// <summary>Bound settings.</summary>
    public const string Options = "Microsoft.Extensions.Options.IOptions`1";

    /// <summary>Bound settings that are read again.</summary>
    public const string OptionsMonitor = "Microsoft.Extensions.Options.IOptionsMonitor`1";

    /// <summary>Settings.</summary>
    public const string Configuration = "Microsoft.Extensions.Configuration.IConfiguration";

    /// <summary>Settings as objects.</summary>
    public const string ConfigurationBinder = "Microsoft.Extensions.Configuration.ConfigurationBinder";

    /// <summary>The container.</summary>
    public const string Services = "Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions";

    /// <summary>SQL's rows as objects.</summary>
    public const string Dapper = "Dapper.SqlMapper";

    /// <summary>A request.</summary>
    public const string HttpRequest = "Microsoft.AspNetCore.Http.HttpRequest";

    /// <summary>A request's body.</summary>
    public const string HttpRequestJson = "Microsoft.AspNetCore.Http.HttpRequestJsonExtensions";
}
