using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Routing;

/// <summary>What makes an endpoint expensive: writes, fan-out, models, processes. Queries are for those to judge who know entities.</summary>
public sealed class ExpensiveWork
{
    /// <summary>An endpoint that runs more functions than this has been looked into far enough.</summary>
    private const int FunctionLimit = 2_000;

    private readonly CodeModel _code;
    private readonly CallGraph _graph;

    internal ExpensiveWork(CodeModel code, CallGraph graph)
    {
        _code = code;
        _graph = graph;
    }

    /// <summary>What an endpoint may run.</summary>
    public IEnumerable<SourceFunction> FunctionsOf(Endpoint endpoint) =>
        Reachability.From(endpoint.Handlers, f => _graph.From(f).Select(e => (e.Target, e.Position)), FunctionLimit).Functions.Take(FunctionLimit);

    /// <summary>What is expensive about an endpoint, in a word or two, or null.</summary>
    public string? Of(Endpoint endpoint) =>
        FunctionsOf(endpoint).SelectMany(f => _code.BodyOf(f).Calls).Select(Of).FirstOrDefault(w => w is not null);

    private static string? Of(Call call)
    {
        var method = call.Method;
        return method.Name switch
        {
            "SaveChanges" or "SaveChangesAsync" or "ExecuteUpdate" or "ExecuteUpdateAsync" or "ExecuteDelete" or "ExecuteDeleteAsync" => "a write",
            "BulkInsert" or "BulkInsertAsync" or "BulkUpdateAsync" or "BulkMergeAsync" or "ExecuteSqlRaw" or "ExecuteSqlRawAsync" or "ExecuteSqlInterpolatedAsync" or "ExecuteNonQueryAsync" or "ExecuteNonQuery" => "a write",
            "WhenAll" when method.DeclaringType.FullName == "System.Threading.Tasks.Task" => "a fan-out",
            "ForEachAsync" or "ForEach" or "For" when method.DeclaringType.FullName == "System.Threading.Tasks.Parallel" => "a fan-out",
            "Predict" or "Transform" when method.DeclaringType.Namespace.StartsWith("Microsoft.ML", StringComparison.Ordinal) => "a prediction",
            "Start" when method.DeclaringType.FullName == "System.Diagnostics.Process" => "a process",
            _ => null,
        };
    }
}
