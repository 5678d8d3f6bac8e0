namespace ScaleFitness.Model.State;

/// <summary>Well-known types that write to variables for others, or hold what no rule about state means.</summary>
internal static class StateSymbols
{
    public const string Interlocked = "System.Threading.Interlocked";
    public const string Volatile = "System.Threading.Volatile";
    public const string LazyInitializer = "System.Threading.LazyInitializer";
    public const string ImmutableInterlocked = "System.Collections.Immutable.ImmutableInterlocked";
    public const string EventSource = "System.Diagnostics.Tracing.EventSource";
    public const string ThreadStatic = "System.ThreadStaticAttribute";
    public const string CancellationToken = "System.Threading.CancellationToken";
    public const string Pool = "Microsoft.Extensions.ObjectPool.ObjectPool`1";
    public const string SemaphoreSlim = "System.Threading.SemaphoreSlim";
    public const string Lock = "System.Threading.Lock";
    public const string Mutex = "System.Threading.Mutex";
    public const string ReaderWriterLockSlim = "System.Threading.ReaderWriterLockSlim";
    public const string Object = "System.Object";
    public const string Lazy = "System.Lazy`1";
    public const string HttpNamespace = "Microsoft.AspNetCore.Http";
}
