using System.Runtime.CompilerServices;

namespace ScaleFitness.Model.Data;

/// <summary>
/// Compares materialisations by how their query is composed: ways that differ in nothing but the branches they came by
/// are one. Without that, functions that hand one query through one another multiply them beyond measure.
/// </summary>
internal sealed class SameWay : IEqualityComparer<Materialisation>
{
    public static SameWay Comparer { get; } = new();

    public bool Equals(Materialisation? x, Materialisation? y) =>
        x is not null && y is not null && ReferenceEquals(x.Function, y.Function) && ReferenceEquals(x.Site, y.Site) && ReferenceEquals(x.RunBy, y.RunBy)
        && x.Query.Root.Equals(y.Query.Root) && x.Query.Operators.Select(o => o.Call).SequenceEqual(y.Query.Operators.Select(o => o.Call));

    public int GetHashCode(Materialisation obj)
    {
        var hash = new HashCode();
        hash.Add(RuntimeHelpers.GetHashCode(obj.Site));
        hash.Add(obj.Query.Root);
        foreach (var step in obj.Query.Operators)
            hash.Add(RuntimeHelpers.GetHashCode(step.Call));
        return hash.ToHashCode();
    }
}
