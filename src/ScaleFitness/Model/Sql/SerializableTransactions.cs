using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Tracing;

namespace ScaleFitness.Model.Sql;

/// <summary>Transactions that are opened serializable, on purpose or because <c>TransactionScope</c> is so by default.</summary>
internal sealed class SerializableTransactions
{
    /// <summary><c>System.Data.IsolationLevel.Serializable</c>.</summary>
    private const int DataSerializable = 1_048_576;

    private readonly CodeModel _code;
    private readonly CallIndex _index;
    private readonly Provenance _provenance;

    public SerializableTransactions(CodeModel code, CallIndex index, Provenance provenance)
    {
        _code = code;
        _index = index;
        _provenance = provenance;
    }

    public IEnumerable<TableLock> All =>
        _index.Mentioning(n => n is "BeginTransaction" or "BeginTransactionAsync" or "TransactionScope" or "CommittableTransaction")
            .SelectMany(f => _code.BodyOf(f).Calls)
            .Select(Of)
            .OfType<TableLock>();

    private TableLock? Of(Call call)
    {
        if (call.IsConstruction && call.Method.DeclaringType.FullName is TransactionSymbols.Scope or TransactionSymbols.Committable)
            return Scope(call);
        if (call.Method.Name is not ("BeginTransaction" or "BeginTransactionAsync") || _code.FunctionOf(call.Method) is not null)
            return null;
        return Argument(call, TransactionSymbols.DataLevel) is { } level && Levels(level).Contains(DataSerializable)
            ? new(call, LockWidth.Range, "IsolationLevel.Serializable", null)
            : null;
    }

    private TableLock? Scope(Call call)
    {
        // Suppress opens no transaction; one that is handed in was opened elsewhere.
        if (Argument(call, TransactionSymbols.ScopeOption) is { } option && ValueWalk.Constant(option) is 2 || Argument(call, TransactionSymbols.Transaction) is not null)
            return null;
        if (Argument(call, TransactionSymbols.Options) is not { } options)
            return new(call, LockWidth.Range, $"{call.Method.DeclaringType.DisplayName}'s default, serializable", null);
        foreach (var origin in _provenance.Of(options))
            if (IsSerializable(origin) is { } isDefault)
                return new(call, LockWidth.Range, isDefault ? "the default of TransactionOptions, serializable" : "IsolationLevel.Serializable", null);
        return null;
    }

    /// <summary>Whether options say serializable: true by their default, false by name, null where they do not.</summary>
    private bool? IsSerializable(Value options)
    {
        if (options is not (NewValue or ConstantValue { Constant: null } or CallValue))
            return null;
        var sets = _code.BodyOf(options.Function).Calls.Where(c => c.Method.Is(TransactionSymbols.Options, "set_IsolationLevel") && c.Receiver is { } receiver && ValueWalk.Origins(receiver).Contains(options)).ToList();
        if (sets.Count == 0)
            return options is CallValue ? null : true;
        return sets.Exists(s => Levels(s.Arguments[0]).Contains(0)) ? false : null;
    }

    private IEnumerable<int> Levels(Value value) => _provenance.Of(value).OfType<ConstantValue>().Select(c => c.Constant).OfType<int>();

    private static Value? Argument(Call call, string type)
    {
        for (var i = 0; i < call.Arguments.Count; i++)
            if (call.Method.Parameters[i].FullName == type)
                return call.Arguments[i];
        return null;
    }
}
