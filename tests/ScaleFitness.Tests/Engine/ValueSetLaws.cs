using FsCheck;
using FsCheck.Fluent;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Tests.Engine;

/// <summary>The lattice of the value analysis: without these laws its fixpoint depends on the order of visits, or is never reached.</summary>
public class ValueSetLaws
{
    // Few definitions, so that sets overlap; enough of them to get past the cap.
    private static readonly Arbitrary<ValueSet> Sets = Gen.Frequency(
        (9, Gen.Choose(0, 24).ListOf().Select(ids => ids.Aggregate(ValueSet.Empty, (set, id) => ValueSet.Join(set, ValueSet.Of(id))))),
        (1, Gen.Constant(ValueSet.Unknown))).ToArbitrary();

    [Fact]
    public void Join_is_idempotent() => Holds(a => ValueSet.Join(a, a).Equals(a));

    [Fact]
    public void Join_is_commutative() => Holds((a, b) => ValueSet.Join(a, b).Equals(ValueSet.Join(b, a)));

    [Fact]
    public void Join_is_associative() =>
        Holds((a, b, c) => ValueSet.Join(ValueSet.Join(a, b), c).Equals(ValueSet.Join(a, ValueSet.Join(b, c))));

    [Fact]
    public void Join_is_an_upper_bound() => Holds((a, b) => a.LessOrEqual(ValueSet.Join(a, b)) && b.LessOrEqual(ValueSet.Join(a, b)));

    [Fact]
    public void Join_is_the_least_upper_bound() =>
        Holds((a, b, c) => !(a.LessOrEqual(c) && b.LessOrEqual(c)) || ValueSet.Join(a, b).LessOrEqual(c));

    [Fact]
    public void Join_is_monotone() => Holds((a, b, c) => !a.LessOrEqual(b) || ValueSet.Join(a, c).LessOrEqual(ValueSet.Join(b, c)));

    [Fact]
    public void Order_is_antisymmetric() => Holds((a, b) => !(a.LessOrEqual(b) && b.LessOrEqual(a)) || a.Equals(b));

    [Fact]
    public void Empty_is_the_bottom_and_unknown_the_top() =>
        Holds(a => ValueSet.Join(a, ValueSet.Empty).Equals(a) && ValueSet.Join(ValueSet.Empty, a).Equals(a)
            && ValueSet.Join(a, ValueSet.Unknown).IsUnknown && ValueSet.Join(ValueSet.Unknown, a).IsUnknown);

    [Fact]
    public void A_set_past_its_cap_is_unknown_and_stays_so() => Holds((a, b) =>
    {
        var all = a.Ids.ToArray().Union(b.Ids.ToArray()).Count();
        var joined = ValueSet.Join(a, b);
        return joined.IsUnknown == (a.IsUnknown || b.IsUnknown || all > ValueSet.Cap) && joined.Ids.Length <= ValueSet.Cap;
    });

    [Fact]
    public void Ids_ascend_without_repeats() => Holds((a, b) =>
    {
        var ids = ValueSet.Join(a, b).Ids.ToArray();
        return ids.SequenceEqual(ids.Distinct().Order());
    });

    [Fact]
    public void Equal_sets_have_equal_hashes() => Holds((a, b) => !a.Equals(b) || a.GetHashCode() == b.GetHashCode());

    [Fact]
    public void Without_takes_out_one_definition_and_no_more() => Holds(a =>
        a.IsUnknown ? a.Without(3).IsUnknown : a.Without(3).Ids.ToArray().SequenceEqual(a.Ids.ToArray().Where(id => id != 3)));

    /// <summary>What makes the fixpoint end: a chain of joins grows at most as often as the cap allows, and once more to the top.</summary>
    [Fact]
    public void A_variable_changes_at_most_as_often_as_the_lattice_is_high() =>
        Prop.ForAll(Sets.Generator.ListOf().ToArbitrary(), steps =>
        {
            var (now, changes) = (ValueSet.Empty, 0);
            foreach (var step in steps)
            {
                var next = ValueSet.Join(now, step);
                changes += next.Equals(now) ? 0 : 1;
                now = next;
            }

            return changes <= ValueSet.Cap + 1;
        }).QuickCheckThrowOnFailure();

    private static void Holds(Func<ValueSet, bool> law) => Prop.ForAll(Sets, law).QuickCheckThrowOnFailure();

    private static void Holds(Func<ValueSet, ValueSet, bool> law) => Prop.ForAll(Sets, Sets, law).QuickCheckThrowOnFailure();

    private static void Holds(Func<ValueSet, ValueSet, ValueSet, bool> law) => Prop.ForAll(Sets, Sets, Sets, law).QuickCheckThrowOnFailure();
}
