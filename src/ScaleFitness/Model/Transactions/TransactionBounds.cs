using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Connections;
using ScaleFitness.Model.Sql;

namespace ScaleFitness.Model.Transactions;

/// <summary>Which calls open and end a transaction, by themselves or through a unit of work of the app.</summary>
internal sealed class TransactionBounds(CodeModel code, Dispatch dispatch)
{
    public static bool MayBegin(string name) => name is "BeginTransaction" or "BeginTransactionAsync" or "TransactionScope";

    public bool Begins(Call call) =>
        IsBegin(call) || !call.IsConstruction && dispatch.Targets(call) is { Count: > 0 } targets && targets.Any(t =>
            code.BodyOf(t).Calls is var calls && calls.Any(IsBegin) && !calls.Any(IsEnd) && !calls.Any(c => c.Method.Name == "Invoke"));

    public bool Ends(Call call) =>
        IsEnd(call) || !call.IsConstruction && dispatch.Targets(call).Any(t => code.BodyOf(t).Calls is var calls && calls.Any(IsEnd) && !calls.Any(IsBegin));

    private bool IsBegin(Call call)
    {
        var type = call.Method.DeclaringType;
        if (call.IsConstruction)
            return type.FullName == TransactionSymbols.Scope && !call.Arguments.Zip(call.Method.Parameters).Any(a => a.Second.FullName == TransactionSymbols.ScopeOption && ValueWalk.Constant(a.First) is 2);
        return call.Method.Name is "BeginTransaction" or "BeginTransactionAsync" && IsDatabase(type) && code.FunctionOf(call.Method) is null;
    }

    private bool IsDatabase(TypeRef type) =>
        type.Namespace.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) || type.FullName == ConnectionSymbols.DbConnectionInterface || code.Program.Derives(type, ConnectionSymbols.DbConnection);

    private bool IsEnd(Call call) => code.FunctionOf(call.Method) is null && call.Method.Name switch
    {
        "Commit" or "CommitAsync" or "Rollback" or "RollbackAsync" or "CommitTransaction" or "CommitTransactionAsync" or "RollbackTransaction" or "RollbackTransactionAsync" => true,
        "Complete" => call.Method.DeclaringType.FullName == TransactionSymbols.Scope,
        _ => false,
    };
}
