using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Locks;

/// <summary>How a type of lock is taken and given back.</summary>
/// <param name="Type">Full metadata name.</param>
/// <param name="Enters">Methods that take it.</param>
/// <param name="Exits">Methods that give it back; none where what entering returns is disposed of.</param>
/// <param name="IsCounted">Whether so many may hold it as its constructor says.</param>
public sealed record LockRow(string Type, IReadOnlyList<string> Enters, IReadOnlyList<string> Exits, bool IsCounted = false);

/// <summary>The locks that are known. A read lock lets readers pass each other and is none of them. A test resolves each method.</summary>
public static class LockTable
{
    private static readonly string[] Disposed = [];

    /// <summary>All rows.</summary>
    public static IReadOnlyList<LockRow> Rows { get; } =
    [
        new(LockSymbols.Monitor, ["Enter", "TryEnter"], ["Exit"]),
        new(LockSymbols.Lock, ["Enter", "TryEnter"], ["Exit"]),
        new(LockSymbols.Lock, ["EnterScope"], Disposed),
        new(LockSymbols.SemaphoreSlim, ["Wait", "WaitAsync"], ["Release"], IsCounted: true),
        new(LockSymbols.Semaphore, ["WaitOne"], ["Release"], IsCounted: true),
        new(LockSymbols.Mutex, ["WaitOne"], ["ReleaseMutex"]),
        new(LockSymbols.ReaderWriterLockSlim, ["EnterWriteLock", "TryEnterWriteLock"], ["ExitWriteLock"]),
        new(LockSymbols.ReaderWriterLockSlim, ["EnterUpgradeableReadLock", "TryEnterUpgradeableReadLock"], ["ExitUpgradeableReadLock"]),
        new(LockSymbols.ReaderWriterLock, ["AcquireWriterLock"], ["ReleaseWriterLock", "ReleaseLock"]),
        new(LockSymbols.SpinLock, ["Enter", "TryEnter"], ["Exit"]),
        new(LockSymbols.AsyncLock, ["Lock", "LockAsync"], Disposed),
        new(LockSymbols.AsyncReaderWriterLock, ["WriterLock", "WriterLockAsync"], Disposed),
        new(LockSymbols.AsyncMonitor, ["Enter", "EnterAsync"], Disposed),
        new(LockSymbols.AsyncSemaphore, ["Wait", "WaitAsync"], ["Release"], IsCounted: true),
        new(LockSymbols.AsyncNonKeyedLocker, ["Lock", "LockAsync"], Disposed, IsCounted: true),
        new(LockSymbols.StudioSemaphore, ["EnterAsync"], Disposed, IsCounted: true),
    ];

    private static readonly HashSet<string> Names = [.. Rows.SelectMany(r => r.Enters)];

    /// <summary>Whether some lock is taken by a method of that name: a gate that costs no look at bodies.</summary>
    internal static bool MayEnter(string method) => Names.Contains(method);

    /// <summary>How the call takes a lock, or null where it takes none.</summary>
    internal static LockRow? EnteredBy(Call call)
    {
        if (!Names.Contains(call.Method.Name))
            return null;
        var type = TypeOf(call);
        foreach (var row in Rows)
            if (row.Type == type && row.Enters.Contains(call.Method.Name))
                return row;
        return null;
    }

    /// <summary>Whether the call gives back what the row takes.</summary>
    internal static bool IsExit(LockRow row, Call call) => row.Exits.Contains(call.Method.Name) && TypeOf(call) == row.Type;

    /// <summary>What is locked: what <c>Monitor</c> is given, otherwise the object itself.</summary>
    internal static Value? Operand(Call call) => call.Method.HasThis ? call.Receiver : call.Arguments.FirstOrDefault();

    /// <summary><c>WaitOne</c> belongs to all handles: which one it is, the receiver says.</summary>
    private static string? TypeOf(Call call) =>
        call.Method.DeclaringType.FullName is var type && type != LockSymbols.WaitHandle ? type
        : call.Receiver is { } receiver ? ValueWalk.Origins(receiver).Select(o => o.Type?.FullName).FirstOrDefault(t => t is not null) : null;
}
