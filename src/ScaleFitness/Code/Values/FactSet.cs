using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Values;

/// <summary>Something that a condition proved of a value: <c>value op constant</c>. A null constant with equality is a null test.</summary>
/// <param name="Definition">The value's definition.</param>
/// <param name="Operator">How it compares.</param>
/// <param name="Constant">With what: a number, string, null, or a type for <c>is</c>.</param>
internal readonly record struct Fact(int Definition, BinaryOperator Operator, object? Constant);

/// <summary>Facts that hold at a point, whatever the path: joined by intersection. Immutable.</summary>
internal sealed class FactSet
{
    /// <summary>Facts past this number are forgotten, which loses precision, never soundness.</summary>
    private const int Cap = 24;

    private readonly Fact[] _facts;

    private FactSet(Fact[] facts) => _facts = facts;

    public static FactSet None { get; } = new([]);

    public ReadOnlySpan<Fact> Facts => _facts;

    public FactSet With(Fact fact) =>
        _facts.Length >= Cap || Holds(fact) ? this : new([.. _facts, fact]);

    /// <summary>Forgets what was known of a value that is computed anew.</summary>
    public FactSet Without(int definition)
    {
        foreach (var fact in _facts)
            if (fact.Definition == definition)
                return Remove(definition);
        return this;
    }

    public static FactSet Meet(FactSet a, FactSet b)
    {
        if (ReferenceEquals(a, b) || a._facts.Length == 0)
            return a;
        if (b._facts.Length == 0)
            return b;
        foreach (var fact in a._facts)
            if (!b.Holds(fact))
                return Of(Array.FindAll(a._facts, b.Holds));
        return a;
    }

    private static FactSet Of(Fact[] facts) => facts.Length == 0 ? None : new(facts);

    private bool Holds(Fact fact) => Array.IndexOf(_facts, fact) >= 0;

    private FactSet Remove(int definition) => Of(Array.FindAll(_facts, f => f.Definition != definition));

    public bool SameAs(FactSet other) => ReferenceEquals(this, other) || _facts.AsSpan().SequenceEqual(other._facts);
}
