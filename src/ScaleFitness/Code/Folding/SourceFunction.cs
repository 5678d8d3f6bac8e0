using System.Collections.Immutable;
using ScaleFitness.Code.Flow;
using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Folding;

/// <summary>One body of the author: a method's own, or that of a lambda or local function inside it.</summary>
public sealed class SourceFunction
{
    internal SourceFunction(SourceMethod owner, FunctionKind kind, MethodDefinition method, MethodDefinition bodyMethod, MachineKind machine)
    {
        Owner = owner;
        Kind = kind;
        Method = method;
        BodyMethod = bodyMethod;
        MachineKind = machine;
    }

    /// <summary>The method that the author wrote it in.</summary>
    public SourceMethod Owner { get; }

    /// <summary>What it was written as.</summary>
    public FunctionKind Kind { get; }

    /// <summary>What callers call: the method itself, a lambda's method, or the stub that starts a state machine.</summary>
    public MethodDefinition Method { get; }

    /// <summary>The function around it, or null for a method's own body.</summary>
    public SourceFunction? Parent { get; internal set; }

    /// <summary>Whether callers get a task that completes when the body has run.</summary>
    public bool IsAsync => MachineKind is MachineKind.Async || Method.Traits.HasFlag(MethodTraits.RuntimeAsync);

    /// <summary>Whether callers get a sequence that runs the body while it is enumerated.</summary>
    public bool IsIterator => MachineKind is MachineKind.Iterator or MachineKind.AsyncIterator;

    /// <summary>The method that holds the compiled body.</summary>
    internal MethodDefinition BodyMethod { get; }

    internal MachineKind MachineKind { get; }

    /// <summary>Its number among all functions: searches over them keep what they know in arrays.</summary>
    internal int Index { get; init; }

    /// <summary>Hoisted fields that carry an argument of <see cref="Method"/>, by its index with <c>this</c> counted.</summary>
    internal IReadOnlyDictionary<FieldDefinition, int> ArgumentFields { get; set; } = ImmutableDictionary<FieldDefinition, int>.Empty;

    /// <summary>The hoisted field that an iterator's <c>yield return</c> puts its value into; null where there is none.</summary>
    internal FieldDefinition? CurrentField { get; set; }

    /// <summary>Searches look functions up by the million: its number is the cheapest hash there is.</summary>
    public override int GetHashCode() => Index;

    /// <inheritdoc />
    public override string ToString() => Kind == FunctionKind.Method ? Owner.DisplayName : $"{Kind} in {Owner.DisplayName}";
}
