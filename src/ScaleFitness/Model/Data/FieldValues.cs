using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Data;

/// <summary>What is ever stored in a field of the app, as its own type's code shows.</summary>
internal sealed class FieldValues(CodeModel code)
{
    private readonly Dictionary<FieldDefinition, IReadOnlyList<Value>> _values = new(ReferenceEqualityComparer.Instance);

    public IReadOnlyList<Value> WrittenTo(FieldDefinition field)
    {
        if (!_values.TryGetValue(field, out var values))
            _values[field] = values = Find(field);
        return values;
    }

    private List<Value> Find(FieldDefinition field) =>
    [
        .. field.DeclaringType.Methods
            .Select(code.Folded.FunctionOf)
            .OfType<Code.Folding.SourceFunction>()
            .SelectMany(f => f.Owner.Functions)
            .Distinct()
            .SelectMany(f => code.BodyOf(f).FieldWrites)
            .Where(w => w.Definition == field)
            .SelectMany(w => ValueWalk.Origins(w.Value)),
    ];
}
