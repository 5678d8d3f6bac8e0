using System.Text.Json.Nodes;
using ScaleFitness.Findings;

namespace ScaleFitness.Reports.Sarif;

/// <summary>Places as SARIF locations. Files are relative to the repository's root, which the reader of the report knows.</summary>
internal static class SarifPlaces
{
    /// <summary>The name that code-scanning services give to the root of the repository.</summary>
    public const string Root = "%SRCROOT%";

    public static JsonObject Location(Place place)
    {
        var location = new JsonObject();
        if (place.Location is { } at)
            location["physicalLocation"] = Physical(at);
        location["logicalLocations"] = new JsonArray(Logical(place));
        if (place.Note is { } note)
            location["message"] = SarifText.Message(note);
        return location;
    }

    public static JsonObject CodeFlow(IReadOnlyList<Place> path)
    {
        var steps = path.Select(p => new JsonObject { ["location"] = Location(p) });
        return new() { ["threadFlows"] = new JsonArray(new JsonObject { ["locations"] = new JsonArray([.. steps]) }) };
    }

    private static JsonObject Physical(SourceLocation at)
    {
        var region = new JsonObject
        {
            ["startLine"] = at.Line,
            ["startColumn"] = at.Column,
            ["endLine"] = at.EndLine,
            ["endColumn"] = at.EndColumn,
        };
        if (at.Snippet is { } snippet)
            region["snippet"] = SarifText.Message(snippet);
        return new()
        {
            ["artifactLocation"] = new JsonObject { ["uri"] = Uri(at.File), ["uriBaseId"] = Root },
            ["region"] = region,
        };
    }

    private static JsonObject Logical(Place place)
    {
        var logical = new JsonObject { ["name"] = place.Name, ["fullyQualifiedName"] = place.Member };
        if (Kind(place.Member) is { } kind)
            logical["kind"] = kind;
        return logical;
    }

    private static string? Kind(string member) => member.Split(':')[0] switch
    {
        "A" => "module",
        "N" => "namespace",
        "T" => "type",
        "M" or "F" or "P" or "E" => "member",
        _ => null,
    };

    private static string Uri(string file) => string.Join('/', file.Split('/').Select(System.Uri.EscapeDataString));
}
