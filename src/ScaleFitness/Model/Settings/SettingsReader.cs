using System.Globalization;
using ScaleFitness.Code.Values;
using ScaleFitness.Findings;
using ScaleFitness.Json;
using ScaleFitness.Model.Sources;

namespace ScaleFitness.Model.Settings;

/// <summary>Reads one settings file as ASP.NET Core's JSON provider does: comments, trailing commas and a byte order mark are fine.</summary>
internal sealed class SettingsReader(SourceTree sources)
{
    /// <summary>Settings that people write are far smaller; what is larger is data.</summary>
    private const long SizeLimit = 1_000_000;

    /// <summary>Never throws for what the file holds.</summary>
    public SettingsFile Read(string path, string assembly)
    {
        var name = Path.GetFileName(path);
        var shown = sources.PathOf(path);
        try
        {
            if (new FileInfo(path).Length > SizeLimit)
                return new(shown, name, assembly, [], $"it is larger than {SizeLimit / 1_000} kB");
            var source = new Source(path, "", new() { AllowTrailingCommas = true, CommentHandling = System.Text.Json.JsonCommentHandling.Skip });
            var settings = new List<Setting>();
            Collect(source.Read(), "", null);
            return new(shown, name, assembly, settings, null);

            void Collect(Part part, string key, Position? nameAt)
            {
                if (part is ObjectPart { Members: { Count: > 0 } members })
                    foreach (var member in members)
                        Collect(member.Value, key.Length == 0 ? member.Name : key + ":" + member.Name, member.At);
                else if (part is ArrayPart { Items: { Count: > 0 } items })
                    for (var i = 0; i < items.Count; i++)
                        Collect(items[i], $"{key}:{i.ToString(CultureInfo.InvariantCulture)}", items[i].At);
                else if (key.Length > 0)
                    settings.Add(new(key, TextOf(part), name, assembly, Locate(path, nameAt ?? part.At)));
            }
        }
        catch (InvalidFileException e)
        {
            var at = e.At is { } position ? FormattableString.Invariant($" (line {position.Line}, column {position.Column})") : "";
            return new(shown, name, assembly, [], e.Problem.TrimEnd('.') + at);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(shown, name, assembly, [], "it cannot be read");
        }
    }

    /// <summary>From the name to the end of the line, the comma after the value left out.</summary>
    private SourceLocation Locate(string path, Position at)
    {
        var location = sources.Locate(new SourcePosition(path, at.Line, at.Column, at.Line, at.Column))!;
        var end = (sources.LineOf(path, at.Line)?.TrimEnd().TrimEnd(',').Length ?? 0) + 1;
        return location with { File = sources.PathOf(path), EndColumn = Math.Max(at.Column + 1, end) };
    }

    private static string? TextOf(Part part) => part switch
    {
        TextPart text => text.Text,
        NumberPart { Whole: { } whole } => whole.ToString(CultureInfo.InvariantCulture),
        NumberPart number => number.Value.ToString("R", CultureInfo.InvariantCulture),
        FlagPart flag => flag.Value ? "True" : "False",
        _ => null,
    };
}
