using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Values;

/// <summary>Everything that the functions of a method put into a captured variable.</summary>
internal static class CapturedVariables
{
    public static IReadOnlyList<Value> Values(FieldDefinition variable, SourceFunction function, FoldedProgram folded, Func<SourceFunction, FunctionBody> bodyOf)
    {
        var values = new List<Value>();
        foreach (var writer in folded.Closures.Writers(variable))
            if (folded.FunctionOf(writer) is { } source)
                values.AddRange(bodyOf(source).CapturedWrites.Where(w => w.Variable == variable).Select(w => w.Value));
        return values.Count > 0 ? values : [new UnknownValue(function, "captured, and never written where it can be seen")];
    }
}
