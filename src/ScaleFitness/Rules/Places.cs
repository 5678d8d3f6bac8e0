using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Findings;
using ScaleFitness.Model;
using ScaleFitness.Model.Settings;

namespace ScaleFitness.Rules;

/// <summary>Where findings stand: statements, fields, types and paths as people know them.</summary>
public static class Places
{
    /// <summary>A statement of a function; without a position, the function's first.</summary>
    public static Place Of(AppModel app, SourceFunction function, SourcePosition? position, string? note = null) =>
        new(function.Owner.DocumentationId, function.Owner.DisplayName, app.Sources.Locate(position ?? app.BodyOf(function).Position), note)
        {
            Assembly = function.Owner.Definition.DeclaringType.Assembly,
        };

    /// <summary>A field: its initialiser, or else its first write; without either, its type.</summary>
    public static Place Of(AppModel app, FieldDefinition field)
    {
        var writes = FunctionsOf(app, field.DeclaringType).SelectMany(f => app.BodyOf(f).FieldWrites).Where(w => w.Definition == field && w.Position is not null).ToList();
        var first = writes.FirstOrDefault(w => w.Function.Owner.Definition.IsConstructor) ?? writes.FirstOrDefault();
        var location = app.Sources.Locate(first?.Position) ?? Of(app, field.DeclaringType).Location;
        return new(field.DocumentationId, field.DisplayName, location) { Assembly = field.DeclaringType.Assembly };
    }

    /// <summary>A field as above, and where nothing stores to it by its name (<c>Interlocked</c> does not, nor do others' assignments): the change that is shown.</summary>
    internal static Place Of(AppModel app, FieldDefinition field, SourceFunction changer, SourcePosition? change)
    {
        var place = Of(app, field);
        var isStored = field.Property is not null || app.CallSites.WritesTo(field).Any(w => w.Position is not null && w.Function.Owner.Definition.DeclaringType == field.DeclaringType);
        return isStored || changer.Owner.IsGenerated ? place : place with { Location = app.Sources.Locate(change) ?? place.Location };
    }

    /// <summary>A type: its first statement.</summary>
    public static Place Of(AppModel app, TypeDefinition type)
    {
        var first = FunctionsOf(app, type).Select(f => app.BodyOf(f).Position).OfType<SourcePosition>().OrderBy(p => p.Document, StringComparer.Ordinal).ThenBy(p => p.Line).ThenBy(p => p.Column).FirstOrDefault();
        return new(type.DocumentationId, type.DisplayName, app.Sources.Locate(first)) { Assembly = type.Assembly };
    }

    /// <summary>A setting in its file. A finding about it names the key as its subject: <c>S:appsettings.json#ConnectionStrings:Shop</c>.</summary>
    public static Place Of(Setting setting) =>
        new(setting.Member, $"{setting.Key} in {setting.File}", setting.Location) { Assembly = setting.Assembly };

    /// <summary>The shortest path from an entry point to a statement, entry point first; empty where nothing at work reaches it.</summary>
    public static IReadOnlyList<Place> PathTo(AppModel app, SourceFunction function, SourcePosition? position) => PathOf(app, app.Reach.PathTo(function), position);

    /// <summary>The shortest path by way of a function: where nothing leads from it to the statement, the shortest from any entry point.</summary>
    public static IReadOnlyList<Place> PathTo(AppModel app, SourceFunction by, SourceFunction function, SourcePosition? position)
    {
        var onward = Reachability.From([by], f => app.CallGraph.From(f).Select(e => (e.Target, e.Position))).PathTo(function);
        return onward.Count > 0 ? PathOf(app, [.. app.Reach.PathTo(by).SkipLast(1), .. onward], position) : PathTo(app, function, position);
    }

    private static List<Place> PathOf(AppModel app, IReadOnlyList<PathStep> steps, SourcePosition? position)
    {
        var path = new List<Place>();
        for (var i = 0; i < steps.Count; i++)
        {
            var isLast = i == steps.Count - 1;
            // A lambda inside a method is a step of its own only where it is the entry point.
            if (!isLast && i > 0 && steps[i].Function.Owner == steps[i + 1].Function.Owner)
                continue;
            var entry = i == 0 ? app.Reach.EntryAt(steps[i].Function) : null;
            path.Add(Of(app, steps[i].Function, isLast ? position : steps[i].Position, entry is null ? null : $"entry point: {entry.Description}"));
        }

        return path;
    }

    private static IEnumerable<SourceFunction> FunctionsOf(AppModel app, TypeDefinition type) =>
        type.Methods.Select(app.Code.Folded.FunctionOf).OfType<SourceFunction>().SelectMany(f => f.Owner.Functions).Distinct();
}
