using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Data;
using ScaleFitness.Model.Tracing;

namespace ScaleFitness.Model.Tenants;

/// <summary>Tells values that depend on whose tenant the caller is, by the names that they come through.</summary>
internal sealed class TenantMentions(CodeModel code, Provenance provenance, Texts texts)
{
    private const int DepthLimit = 4;

    private readonly FieldValues _fields = new(code);

    public bool In(Value value) => In(value, 0);

    private bool In(Value value, int depth) =>
        depth < DepthLimit && texts.Of(value).SelectMany(f => f.Holes).Append(value).SelectMany(v => ValueWalk.Origins(v).Concat(provenance.Of(v))).Any(origin => Names(origin).Any(IsTenant) || Parts(origin).Any(p => In(p, depth + 1)));

    private IEnumerable<Value> Parts(Value origin) => origin switch
    {
        CallValue { Call: var call } => call.Receiver is { } receiver ? call.Arguments.Prepend(receiver) : call.Arguments,
        FieldValue { Definition: { } field } => _fields.WrittenTo(field),
        AwaitValue await => [await.Task],
        ComputedValue computed => computed.Operands,
        _ => [],
    };

    private static IEnumerable<string?> Names(Value origin) => origin switch
    {
        CallValue { Call: var call } => [call.Method.Name, call.Method.DeclaringType.Name],
        FieldValue field => [field.Field.Name, field.Type?.Name],
        ArgumentValue { IsThis: false } argument => [argument.Parameter?.Name, argument.Type?.Name],
        _ => [],
    };

    private static bool IsTenant(string? name) => name is not null && name.Contains("tenant", StringComparison.OrdinalIgnoreCase);
}
