using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Connections;

/// <summary>
/// Finds connections and contexts that are not given back. What is returned, kept in a field, captured, handed to a
/// constructor or to a function of the app belongs to somebody else: nothing is said of it.
/// </summary>
internal sealed class Leaks(CodeModel code, CallIndex index, Dispatch dispatch)
{
    /// <summary><c>CommandBehavior.CloseConnection</c>: the reader gives the connection back.</summary>
    private const int CloseConnection = 32;

    public IEnumerable<Leak> All =>
        index.Mentioning(MayMake).SelectMany(f => code.BodyOf(f).Calls).Select(Of).OfType<Leak>();

    private static bool MayMake(string name) =>
        name.EndsWith("Connection", StringComparison.Ordinal) || name.EndsWith("Context", StringComparison.Ordinal) || name.EndsWith("ConnectionAsync", StringComparison.Ordinal)
        || name is "CreateDbContextAsync" or "Create" or "CreateAsync" or "Open" or "OpenAsync";

    private Leak? Of(Call making)
    {
        var fresh = Fresh(making);
        if ((fresh?.Type ?? Made(making)) is not { } type)
            return null;
        var body = code.BodyOf(making.Function);
        var isContext = code.Program.Derives(type, ConnectionSymbols.DbContext);
        bool Is(Value value) => ValueWalk.Origins(value).Any(o => ReferenceEquals(ValueWalk.Awaited(o), making.Result) || o is AwaitValue { Task: var task } && ValueWalk.Origins(task).Contains(making.Result));
        if (body.Returns.Any(Is) || body.FieldWrites.Any(w => Is(w.Value)) || body.CapturedWrites.Any(w => Is(w.Value)) || body.ElementWrites.Any(w => Is(w.Value)))
            return null;
        if (body.Calls.Any(c => c != making && c.Arguments.Any(Is) && TakesOver(c)))
            return null;
        var released = body.Calls.Where(c => IsRelease(c) && c.Subject is { } subject && Is(subject) || ClosesWithReader(c, body, Is)).Select(c => c.Order).ToHashSet();
        // Dapper and adapters open and close a connection that they find closed; one that fails to open is not open.
        var opened = isContext || (fresh?.IsOpen ?? !making.IsConstruction) ? making : body.Calls.FirstOrDefault(c => c.Method.Name is "Open" or "OpenAsync" && c.Receiver is { } receiver && Is(receiver));
        if (opened is null)
            return null;
        if (released.Count == 0)
            return new(making, type.DisplayName, isContext, true);
        // An awaited one is there once the await is over.
        var from = body.Awaits.Where(a => ValueWalk.Origins(a.Task).Contains(opened.Result)).Select(a => a.Order).DefaultIfEmpty(opened.Order).Min();
        var paths = code.PathsOf(making.Function);
        bool IsCovered(int order) => paths.Regions.Any(r => r.Protects(order) && Releases(r, released));
        return !IsCovered(from) && paths.Escapes(from, order => released.Contains(order) || IsCovered(order), throwing: true) ? new(making, type.DisplayName, isContext, false) : null;
    }

    /// <summary>Whether leaving the block runs a release: its <c>finally</c> does, or, where that awaits, the code that the compiler puts behind a block that catches everything.</summary>
    private static bool Releases(CodeRegion region, HashSet<int> released) =>
        region.Kind == RegionKind.Finally ? released.Any(region.Handles) : region is { Kind: RegionKind.Catch, Catches.FullName: "System.Object" } && released.Any(r => r > region.Last);

    /// <summary>What a function of the app makes for its caller, and whether it comes open; null where it hands out what it keeps.</summary>
    private (TypeRef Type, bool IsOpen)? Fresh(Call call)
    {
        if (call.IsConstruction || Result(call) is not { } type || !IsHolder(type) && type.FullName != ConnectionSymbols.DbConnectionInterface || dispatch.Targets(call) is not { Count: > 0 } targets)
            return null;
        var isOpen = true;
        foreach (var target in targets)
        {
            var body = code.BodyOf(target);
            var made = body.Returns.SelectMany(ValueWalk.Origins).Select(ValueWalk.Awaited).SelectMany(ValueWalk.Origins).ToList();
            if (made.Count == 0 || !made.TrueForAll(o => o is NewValue { Call: var construction } && IsHolder(construction.Method.DeclaringType) || o is CallValue { Call: var opening } && Made(opening) is not null)
                || body.FieldWrites.Any(w => ValueWalk.Origins(w.Value).Any(made.Contains)))
                return null;
            isOpen &= made.TrueForAll(o => o is CallValue) || body.Calls.Any(c => c.Method.Name is "Open" or "OpenAsync" && c.Receiver is { } receiver && ValueWalk.Origins(receiver).Any(made.Contains));
        }

        return (type, isOpen);
    }

    private static TypeRef? Result(Call call) =>
        call.Result.Type is { FullName: "System.Threading.Tasks.Task`1" or "System.Threading.Tasks.ValueTask`1", SoleArgument: { } result } ? result : call.Result.Type;

    private TypeRef? Made(Call call)
    {
        if (call.IsConstruction)
            return IsHolder(call.Method.DeclaringType) ? call.Method.DeclaringType : null;
        var type = Result(call);
        return type is not null && (call.Method.Name is "OpenConnection" or "OpenConnectionAsync" && code.Program.Derives(call.Method.DeclaringType, ConnectionSymbols.DbDataSource)
                || call.Method.Name is "CreateDbContext" or "CreateDbContextAsync" && call.Method.DeclaringType.FullName == ConnectionSymbols.DbContextFactory) ? type : null;
    }

    private bool IsHolder(TypeRef type) => code.Program.Derives(type, ConnectionSymbols.DbConnection) || code.Program.Derives(type, ConnectionSymbols.DbContext);

    /// <summary>A command, a transaction, Dapper and EF Core use what they are given, and leave it to its owner.</summary>
    private bool TakesOver(Call call)
    {
        var type = call.Method.DeclaringType;
        if (IsRelease(call) || type.Namespace.StartsWith("Dapper", StringComparison.Ordinal) || type.Namespace.StartsWith("System.Linq", StringComparison.Ordinal))
            return false;
        if (call.IsConstruction || call.Method.Name is "set_Connection")
            return !code.Program.Derives(type, ConnectionSymbols.DbCommand) && !code.Program.Derives(type, ConnectionSymbols.DataAdapter) && !code.Program.Derives(type, ConnectionSymbols.DbTransaction);
        return true;
    }

    private static bool IsRelease(Call call) => call.Method.Name is "Dispose" or "DisposeAsync" or "Close" or "CloseAsync";

    private static bool ClosesWithReader(Call call, FunctionBody body, Func<Value, bool> isConnection) =>
        call.Method.Name.StartsWith("ExecuteReader", StringComparison.Ordinal) && call.Arguments.Any(a => ValueWalk.Constant(a) is CloseConnection)
        && call.Receiver is { } command && ValueWalk.Origins(command).Any(o =>
            (o as NewValue)?.Call.Arguments.Any(isConnection) == true || (o as CallValue)?.Call.Receiver is { } owner && isConnection(owner)
            || body.Calls.Any(c => c.Method.Name == "set_Connection" && c.Receiver is { } target && ValueWalk.Origins(target).Contains(o) && c.Arguments.Any(isConnection)));
}
