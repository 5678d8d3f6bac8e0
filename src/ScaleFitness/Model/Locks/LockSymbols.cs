namespace ScaleFitness.Model.Locks;

/// <summary>Names of what locks: a test resolves each against the framework or the package.</summary>
internal static class LockSymbols
{
    public const string Monitor = "System.Threading.Monitor";
    public const string Lock = "System.Threading.Lock";
    public const string SemaphoreSlim = "System.Threading.SemaphoreSlim";
    public const string Semaphore = "System.Threading.Semaphore";
    public const string Mutex = "System.Threading.Mutex";
    public const string WaitHandle = "System.Threading.WaitHandle";
    public const string ReaderWriterLockSlim = "System.Threading.ReaderWriterLockSlim";
    public const string ReaderWriterLock = "System.Threading.ReaderWriterLock";
    public const string SpinLock = "System.Threading.SpinLock";
    public const string AsyncLock = "Nito.AsyncEx.AsyncLock";
    public const string AsyncReaderWriterLock = "Nito.AsyncEx.AsyncReaderWriterLock";
    public const string AsyncMonitor = "Nito.AsyncEx.AsyncMonitor";
    public const string AsyncSemaphore = "Nito.AsyncEx.AsyncSemaphore";
    public const string AsyncNonKeyedLocker = "AsyncKeyedLock.AsyncNonKeyedLocker";
    public const string StudioSemaphore = "Microsoft.VisualStudio.Threading.AsyncSemaphore";
    public const string ThreadStatic = "System.ThreadStaticAttribute";
}
