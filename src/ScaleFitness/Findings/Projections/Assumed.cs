using static System.FormattableString;

namespace ScaleFitness.Findings.Projections;

/// <summary>What projections assume of machines and libraries where nothing says better. Each number is printed with the projection that uses it.</summary>
public static class Assumed
{
    /// <summary>Bytes of one row in memory: a dozen columns, as an object.</summary>
    public const double RowBytes = 1_000;

    /// <summary>Bytes of memory that an instance can give to requests: a small container's.</summary>
    public const double InstanceBytes = 1e9;

    /// <summary>Bytes that a waiting request keeps: its buffers, its services, its call chain.</summary>
    public const double WaitingRequestBytes = 100_000;

    /// <summary>Rows a second that one request reads into objects.</summary>
    public const double RowsLoadedPerSecond = 100_000;

    /// <summary>Rows a second that one core of a database looks at, when they are in its memory.</summary>
    public const double RowsScannedPerSecond = 1_000_000;

    /// <summary>Cores of the database.</summary>
    public const int DatabaseCores = 8;

    /// <summary>Processors of an instance, and so the threads that its pool has at once (<c>ThreadPool</c>'s minimum).</summary>
    public const int Processors = 4;

    /// <summary>Connections of a pool: the default of Max Pool Size in SqlClient, Npgsql and MySqlConnector.</summary>
    public const int PoolSize = 100;

    /// <summary>Seconds of one round trip to the database with a small query.</summary>
    public const double QuerySeconds = 0.001;

    /// <summary>Seconds of one write that waits for the database's log.</summary>
    public const double WriteSeconds = 0.005;

    /// <summary>Seconds of one call to a remote service.</summary>
    public const double CallSeconds = 0.05;

    /// <summary>Seconds after which a proxy gives up on a request: the default of nginx (<c>proxy_read_timeout</c>) and of AWS load balancers.</summary>
    public const double GatewaySeconds = 60;

    /// <summary>Elements of a sequence whose table is not known.</summary>
    public const long Elements = 100;

    internal static string OncePerRequest => "every request takes this path once";

    internal static string PerRow => Invariant($"{Amount.Bytes(RowBytes)} a row");

    internal static string Memory => Invariant($"{Amount.Bytes(InstanceBytes)} of memory per instance");

    internal static string Pool => Invariant($"a pool of {PoolSize} connections per instance (the providers' default)");

    internal static string Gateway => Invariant($"a proxy gives up after {Amount.Time(GatewaySeconds)}");
}
