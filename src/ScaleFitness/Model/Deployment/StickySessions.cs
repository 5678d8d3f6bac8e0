using System.Text.Json;
using System.Text.RegularExpressions;
using ScaleFitness.Code.Values;
using ScaleFitness.Findings;
using ScaleFitness.Json;
using ScaleFitness.Model.Sources;

namespace ScaleFitness.Model.Deployment;

/// <summary>Finds session affinity in deployment files: of ingresses, services, meshes, Compose labels and clouds' templates.</summary>
internal sealed class StickySessions(SourceTree sources)
{
    // A key of Bicep and Terraform with its value; both write comments with // or #.
    private static readonly Regex Assignment = new(@"^\s*(?<key>clientAffinityEnabled|client_affinity_enabled|session_affinity|affinity)\s*[:=]\s*(?<value>[^\s#/]+)", RegexOptions.CultureInvariant);

    // A target group of AWS, in Terraform; a type without a word of being enabled is enabled.
    private static readonly Regex Stickiness = new(@"^\s*stickiness\s*=?\s*\{", RegexOptions.CultureInvariant);

    private static readonly Regex Enabled = new(@"(^|[\s{])(?<key>enabled)\s*=\s*true\b", RegexOptions.CultureInvariant);

    /// <summary>Those of all files, in their order.</summary>
    public IReadOnlyList<StickySession> In(DeploymentFiles files) => [.. files.All.SelectMany(In)];

    private IEnumerable<StickySession> In(DeploymentFile file) => file.Extension switch
    {
        ".yaml" or ".yml" => Yaml(file),
        ".bicep" or ".tf" => Assigned(file),
        ".json" => Template(file),
        _ => [],
    };

    /// <summary>One for each mapping: a cookie's name and flags only say more of the same.</summary>
    private IEnumerable<StickySession> Yaml(DeploymentFile file) =>
        YamlLines.Read(file.Lines).Select(e => (Entry: e, Key: KeyOf(e))).Where(e => e.Key is not null)
            .DistinctBy(e => (e.Entry.Block, e.Key)).Select(e => new StickySession(e.Key!, file.Path, Locate(file, e.Entry.Line, e.Entry.Column)));

    private static string? KeyOf(YamlEntry entry)
    {
        var isOn = entry.Value.Equals("true", StringComparison.OrdinalIgnoreCase);
        switch (entry.Key)
        {
            case "nginx.ingress.kubernetes.io/affinity" when entry.Value == "cookie":
            case "appgw.ingress.kubernetes.io/cookie-based-affinity" when isOn:
            case "traefik.ingress.kubernetes.io/service.sticky.cookie" or "traefik.ingress.kubernetes.io/affinity" when isOn:
            case "haproxy.org/cookie-persistence" or "haproxy-ingress.github.io/affinity" when entry.Value.Length > 0:
            case "alb.ingress.kubernetes.io/target-group-attributes" when entry.Value.Contains("stickiness.enabled=true", StringComparison.Ordinal):
            case "sessionAffinity" when entry.Value == "ClientIP":
            case "affinityType" when entry.IsBelow("sessionAffinity") && entry.Value is not "NONE":
            case "clientAffinityEnabled" when isOn:
            case "affinity" when entry.IsBelow("stickySessions") && entry.Value == "sticky":
                return entry.Key;
            case "name" when entry.IsBelow("consistentHash") && entry.IsBelow("httpCookie"):
                return "consistentHash.httpCookie";
            default:
                return IsLabel(entry.Key, entry.Value) || entry.Value.Split('=', 2) is [var label, var value] && IsLabel(label, value) ? "loadbalancer.sticky" : null;
        }
    }

    /// <summary>Traefik's labels in a Compose file, written as a mapping or as a list.</summary>
    private static bool IsLabel(string label, string value) =>
        label.StartsWith("traefik.http.services.", StringComparison.Ordinal) && label.Contains(".loadbalancer.sticky", StringComparison.Ordinal) && !value.Equals("false", StringComparison.OrdinalIgnoreCase);

    private IEnumerable<StickySession> Assigned(DeploymentFile file)
    {
        var isComment = false;
        var stickiness = -1;
        for (var i = 0; i < file.Lines.Count; i++)
        {
            var line = file.Lines[i];
            if (line.TrimStart().StartsWith("/*", StringComparison.Ordinal))
                isComment = true;
            var isOutside = !isComment;
            if (line.Contains("*/", StringComparison.Ordinal))
                isComment = false;
            if (Stickiness.IsMatch(line))
                stickiness = i;
            else if (line.Contains('}', StringComparison.Ordinal))
                stickiness = -1;
            if (isOutside && stickiness >= 0 && Enabled.Match(line) is { Success: true } enabled)
                yield return new("stickiness", file.Path, Locate(file, i + 1, enabled.Groups["key"].Index + 1));
            if (!isOutside || Assignment.Match(line) is not { Success: true } match)
                continue;
            var (key, value) = (match.Groups["key"].Value, match.Groups["value"].Value.Trim('\'', '"', ','));
            if (key switch
            {
                "session_affinity" => !value.Equals("NONE", StringComparison.OrdinalIgnoreCase) && !value.Contains("var.", StringComparison.Ordinal),
                "affinity" => value == "sticky",
                _ => value == "true",
            })
                yield return new(key, file.Path, Locate(file, i + 1, match.Groups["key"].Index + 1));
        }
    }

    private IEnumerable<StickySession> Template(DeploymentFile file)
    {
        const string key = "clientAffinityEnabled";
        if (!file.Lines.Any(l => l.Contains(key, StringComparison.Ordinal)))
            return [];
        try
        {
            var source = new Source(file.FullPath, "", new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            return Members(source.Read()).Where(m => m is { Name: key, Value: FlagPart { Value: true } }).Select(m => new StickySession(key, file.Path, Locate(file, m.At.Line, m.At.Column))).ToList();
        }
        catch (InvalidFileException)
        {
            // Not the app's to mend here: whoever deploys it will hear of it.
            return [];
        }
    }

    private static IEnumerable<Member> Members(Part part) => part switch
    {
        ObjectPart { Members: var members } => members.SelectMany(m => Members(m.Value).Prepend(m)),
        ArrayPart { Items: var items } => items.SelectMany(Members),
        _ => [],
    };

    private SourceLocation Locate(DeploymentFile file, int line, int column) =>
        sources.Locate(new SourcePosition(file.FullPath, line, column, line, Math.Max(column + 1, file.Lines[line - 1].TrimEnd().Length + 1)))! with { File = file.Path };
}
