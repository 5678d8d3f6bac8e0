using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Tracing;

/// <summary>Texts of which the program has only so many: put together from constants and from names of its types.</summary>
public sealed class BoundedTexts
{
    /// <summary>Deeper than this nobody puts a key together.</summary>
    private const int DepthLimit = 8;

    private readonly Texts _texts;
    private readonly Provenance _provenance;

    internal BoundedTexts(Texts texts, Provenance provenance)
    {
        _texts = texts;
        _provenance = provenance;
    }

    /// <summary>Whether every part of the text is one of a few.</summary>
    public bool Is(Value? text) => text is not null && Is(text, DepthLimit);

    private bool Is(Value text, int depth) =>
        depth > 0 && ValueWalk.Origins(text).All(o => o switch
        {
            ConstantValue { Constant: not null } => true,
            CallValue { Call: { Method: { Name: "get_FullName" or "get_Name" or "get_AssemblyQualifiedName" } name, Receiver: not null } } => name.DeclaringType.FullName is "System.Type" or "System.Reflection.MemberInfo",
            // What is handed in as a whole is a key like any other, whatever today's callers pass.
            ArgumentValue { IsThis: false } => depth < DepthLimit && _provenance.Of(o) is { Count: > 0 } sources && sources.All(s => s is ConstantValue { Constant: not null }),
            _ => _texts.PartsOf(o).ToList() is { Count: > 0 } parts && parts.All(p => Is(p, depth - 1)),
        });
}
