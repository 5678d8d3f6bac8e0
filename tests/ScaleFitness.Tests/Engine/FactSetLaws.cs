using FsCheck;
using FsCheck.Fluent;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Tests.Engine;

/// <summary>What holds on every path: the meet forgets, and never invents.</summary>
public class FactSetLaws
{
    private static readonly Gen<Fact> Facts =
        from definition in Gen.Choose(0, 4)
        from op in Gen.Elements(BinaryOperator.Equal, BinaryOperator.NotEqual, BinaryOperator.Less)
        from constant in Gen.Elements<object?>(null, 0, 1, "a")
        select new Fact(definition, op, constant);

    private static readonly Arbitrary<FactSet> Sets =
        Facts.ListOf().Select(facts => facts.Aggregate(FactSet.None, (set, fact) => set.With(fact))).ToArbitrary();

    [Fact]
    public void Meet_is_idempotent() => Holds((a, _) => FactSet.Meet(a, a).SameAs(a));

    [Fact]
    public void Meet_is_commutative() => Holds((a, b) => Of(FactSet.Meet(a, b)).SetEquals(Of(FactSet.Meet(b, a))));

    [Fact]
    public void Meet_is_associative() => Prop.ForAll(Sets, Sets, Sets, (a, b, c) =>
        Of(FactSet.Meet(FactSet.Meet(a, b), c)).SetEquals(Of(FactSet.Meet(a, FactSet.Meet(b, c))))).QuickCheckThrowOnFailure();

    [Fact]
    public void Meet_keeps_exactly_what_both_know() => Holds((a, b) => Of(FactSet.Meet(a, b)).SetEquals(Of(a).Intersect(Of(b))));

    [Fact]
    public void Meet_is_monotone() => Prop.ForAll(Sets, Sets, Sets, (a, b, c) =>
        !Of(a).IsSubsetOf(Of(b)) || Of(FactSet.Meet(a, c)).IsSubsetOf(Of(FactSet.Meet(b, c)))).QuickCheckThrowOnFailure();

    [Fact]
    public void Nothing_is_known_twice() => Holds((a, b) => Of(FactSet.Meet(a, b)).Count == FactSet.Meet(a, b).Facts.Length);

    [Fact]
    public void What_is_computed_anew_is_known_no_more() => Holds((a, _) =>
        Of(a.Without(2)).SetEquals(Of(a).Where(fact => fact.Definition != 2)));

    [Fact]
    public void Knowing_more_than_fits_loses_facts_and_invents_none() =>
        Prop.ForAll(Facts.ListOf().ToArbitrary(), facts =>
            Of(facts.Aggregate(FactSet.None, (set, fact) => set.With(fact))).IsSubsetOf(facts)).QuickCheckThrowOnFailure();

    private static HashSet<Fact> Of(FactSet set) => [.. set.Facts.ToArray()];

    private static void Holds(Func<FactSet, FactSet, bool> law) => Prop.ForAll(Sets, Sets, law).QuickCheckThrowOnFailure();
}
