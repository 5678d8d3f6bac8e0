using System.Text.RegularExpressions;
using ScaleFitness.Findings;

namespace ScaleFitness.Tests.Harness;

/// <summary>
/// An app made to be judged by one rule: <c>SF2001.Orders.cs</c> and its parts <c>SF2001.Orders+Entities.cs</c>.
/// Its name says which rule; a line <c>// context rows.Country=250</c> at its top declares the scale it is planned for.
/// </summary>
/// <param name="Name">Such as <c>SF2001.Orders</c>.</param>
/// <param name="RuleId">Such as <c>SF2001</c>.</param>
/// <param name="Sources">Its files, the main one first.</param>
public sealed partial record FixtureApp(string Name, string RuleId, IReadOnlyList<SourceText> Sources)
{
    /// <summary>The folder that holds the fixtures.</summary>
    public static string Root { get; } = Path.Combine(AppContext.BaseDirectory, "Fixtures");

    /// <summary>What lies beside its sources: settings, deployment files.</summary>
    public IReadOnlyList<FixtureFile> Files { get; init; } = [];

    /// <summary>Whether its host is composed, as a line <c>// composed</c> at its top says; else the rules read code alone.</summary>
    public bool IsComposed => Sources[0].Text.StartsWith("// composed", StringComparison.Ordinal);

    /// <summary>The ways in which it is compiled and judged. What a host answers does not depend on how its methods wait.</summary>
    public IReadOnlyList<FixtureBuild> Builds => IsComposed ? [FixtureBuild.Debug, FixtureBuild.Release] : FixtureBuild.All;

    /// <summary>The markers of all its files.</summary>
    public MarkerSheet Markers() => MarkerSheet.Read([.. Sources, .. Files.Select(file => file.Text)], RuleId);

    /// <summary>The scale that its <c>// context</c> lines declare.</summary>
    public ScaleContext Scale()
    {
        var rows = Sources
            .SelectMany(source => RowsDeclared().Matches(source.Text))
            .ToDictionary(match => match.Groups["entity"].Value, match => long.Parse(match.Groups["rows"].Value));
        var context = new ScaleContext { Rows = rows, Declared = rows.Count == 0 ? new HashSet<string>() : ["rows"] };
        foreach (Match match in Sources.SelectMany(source => NumberDeclared().Matches(source.Text)))
            context = With(context, match.Groups["key"].Value, int.Parse(match.Groups["number"].Value));
        return context;
    }

    private static ScaleContext With(ScaleContext context, string key, int number)
    {
        var declared = new HashSet<string>(context.Declared) { key };
        return key switch
        {
            "instances" => context with { Instances = number, Declared = declared },
            "requestsPerSecond" => context with { RequestsPerSecond = number, Declared = declared },
            "growth" => context with { Growth = number, Declared = declared },
            _ => context with { Tenants = number, Declared = declared },
        };
    }

    private static readonly Lazy<IReadOnlyList<FixtureApp>> Found = new(Find);

    /// <summary>Every app in the folder of fixtures, by name.</summary>
    public static IReadOnlyList<FixtureApp> All() => Found.Value;

    /// <summary>The app of that name.</summary>
    public static FixtureApp Named(string name) => All().Single(app => app.Name == name);

    private static IReadOnlyList<FixtureApp> Find() =>
    [
        .. Directory.EnumerateFiles(Root, "SF*.cs", SearchOption.AllDirectories)
            .Select(path => (Path: path, Name: FileName().Match(Path.GetFileName(path))))
            .GroupBy(file => file.Name.Success
                ? file.Name.Groups["app"].Value
                : throw new InvalidDataException($"{file.Path}: a fixture is named <rule>[.<variant>][+<part>].cs"))
            .OrderBy(app => app.Key, StringComparer.Ordinal)
            .Select(app => new FixtureApp(
                app.Key,
                app.First().Name.Groups["rule"].Value,
                [.. app.OrderBy(file => file.Path.Length).Select(file => SourceText.Read(file.Path))])
            {
                Files = FixtureFile.In(Path.Combine(Path.GetDirectoryName(app.First().Path)!, app.Key + ".files")),
            }),
    ];

    [GeneratedRegex(@"^(?<app>(?<rule>SF\d{4})(\.\w+)?)(\+\w+)?\.cs$")]
    private static partial Regex FileName();

    [GeneratedRegex(@"^// context rows\.(?<entity>\w+)=(?<rows>\d+)\r?$", RegexOptions.Multiline)]
    private static partial Regex RowsDeclared();

    [GeneratedRegex(@"^// context (?<key>instances|requestsPerSecond|growth|tenants)=(?<number>\d+)\r?$", RegexOptions.Multiline)]
    private static partial Regex NumberDeclared();
}
