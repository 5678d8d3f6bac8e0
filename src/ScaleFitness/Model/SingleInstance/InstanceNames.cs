using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Expressions;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Data;
using ScaleFitness.Model.Tracing;

namespace ScaleFitness.Model.SingleInstance;

/// <summary>Shared data that is looked up by the name of the machine or the number of the process.</summary>
public sealed class InstanceNames
{
    private static readonly HashSet<string> Variables = new(StringComparer.OrdinalIgnoreCase) { "HOSTNAME", "COMPUTERNAME", "POD_NAME", "POD_IP", "WEBSITE_INSTANCE_ID", "CONTAINER_APP_REPLICA_NAME" };

    private readonly CodeModel _code;
    private readonly CallSites _sites;
    private readonly Texts _texts;

    internal InstanceNames(CodeModel code, CallIndex index, CallSites sites, Texts texts)
    {
        _code = code;
        _sites = sites;
        _texts = texts;
        // Somebody must ask for a name before it can be a key.
        if (!index.Mentioning(n => n is "get_MachineName" or "get_ProcessId" or "GetHostName" or "GetEnvironmentVariable" or "get_Id").Any(f => code.BodyOf(f).Calls.Any(IsName)))
            return;
        Keys = [.. index.Calling(IsLookup, IsLookup).SelectMany(f => code.BodyOf(f).Calls).Where(c => IsLookup(c.Method.Name) && IsLookup(c.Method) && IsNamed(c.Arguments[c.Method.HasThis ? 0 : 1]))];
        Conditions = [.. index.Mentioning(n => n is "Where" || n.StartsWith("First", StringComparison.Ordinal) || n.StartsWith("Single", StringComparison.Ordinal) || n.StartsWith("Any", StringComparison.Ordinal))
            .SelectMany(f => code.BodyOf(f).Calls).Where(c => QueryMethods.IsQueryOperator(c.Method) && c.Arguments.Skip(1).Any(IsCondition))];
    }

    /// <summary>Reads of a shared cache by such a key.</summary>
    public IReadOnlyList<Call> Keys { get; } = [];

    /// <summary>Queries for rows that such a name owns.</summary>
    public IReadOnlyList<Call> Conditions { get; } = [];

    private static bool IsLookup(string name) => name is "Get" or "GetAsync" or "GetString" or "GetStringAsync" or "StringGet" or "StringGetAsync" or "HashGet" or "HashGetAsync" or "HashGetAll" or "HashGetAllAsync";

    private static bool IsLookup(MethodRef method) =>
        method.DeclaringType.FullName is SingleInstanceSymbols.DistributedCache or SingleInstanceSymbols.DistributedCacheExtensions or "StackExchange.Redis.IDatabase" or "StackExchange.Redis.IDatabaseAsync";

    private static bool IsName(Call call) => call.Method.DeclaringType.FullName switch
    {
        SingleInstanceSymbols.Environment => call.Method.Name is "get_MachineName" or "get_ProcessId" || call.Method.Name == "GetEnvironmentVariable" && ValueWalk.Constant(call.Arguments[0]) is string variable && Variables.Contains(variable),
        SingleInstanceSymbols.Dns => call.Method.Name == "GetHostName",
        SingleInstanceSymbols.Process => call.Method.Name == "get_Id",
        _ => false,
    };

    private bool IsNamed(Value value) => _texts.Within(value).Any(p => p is CallValue { Call: var call } && IsName(call));

    private bool IsCondition(Value argument) => ExpressionReader.Lambda(argument) is { } lambda && Equalities(lambda.Body).Any(e => IsNamed(e.Left, argument.Function) || IsNamed(e.Right, argument.Function));

    private static IEnumerable<BinaryNode> Equalities(ExpressionNode node) => node switch
    {
        BinaryNode { Operator: "Equal" } equal => [equal],
        BinaryNode binary => Equalities(binary.Left).Concat(Equalities(binary.Right)),
        _ => [],
    };

    private bool IsNamed(ExpressionNode node, SourceFunction function) => node switch
    {
        MemberNode { Object: null, Name: "MachineName" or "ProcessId" } => true,
        MemberNode { Object: null } member => WritesTo(function.Owner.Definition.DeclaringType, member.Name).Any(IsNamed),
        MemberNode { Object: ValueNode { Value: ArgumentValue { IsThis: true } self } } member when _code.Program.Find(self.Type) is { } type => WritesTo(type, member.Name).Any(IsNamed),
        CapturedNode captured => function.Owner.Functions.SelectMany(f => _code.BodyOf(f).CapturedWrites).Where(w => w.Variable.SourceName == captured.Name).Any(w => IsNamed(w.Value)),
        ValueNode value => IsNamed(value.Value),
        _ => false,
    };

    private IEnumerable<Value> WritesTo(TypeDefinition type, string name) =>
        type.Fields.Where(f => f.Name == name || f.SourceName == name).SelectMany(_sites.WritesTo).Select(w => w.Value);
}
