using ScaleFitness.Code.Values;
using ScaleFitness.Findings;
using ScaleFitness.Model;

namespace ScaleFitness.Rules.Outside;

/// <summary>Where a client is made: what a field holds from the start is the field's, and its owner accepts it there.</summary>
internal static class ClientPlaces
{
    public static Place Of(AppModel app, Call call)
    {
        var statement = Places.Of(app, call.Function, call.Position);
        var owner = call.Function.Owner;
        if (!owner.Definition.IsConstructor || call.Position is not { } position)
            return statement;
        var field = owner.Functions.SelectMany(f => app.BodyOf(f).FieldWrites)
            .FirstOrDefault(w => w.Definition?.DeclaringType == owner.Definition.DeclaringType && w.Position is { } written && Covers(written, position))?.Definition;
        return field is null ? statement : Places.Of(app, field) with { Location = statement.Location };
    }

    /// <summary>A lambda in an initialiser has a region of its own, inside the initialiser's.</summary>
    private static bool Covers(SourcePosition outer, SourcePosition inner) =>
        outer.Document == inner.Document
        && (outer.Line, outer.Column).CompareTo((inner.Line, inner.Column)) <= 0
        && (outer.EndLine, outer.EndColumn).CompareTo((inner.EndLine, inner.EndColumn)) >= 0;
}
