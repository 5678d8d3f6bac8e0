using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ScaleFitness.Configuration;
using ScaleFitness.Findings;

namespace ScaleFitness.Tests.Configuration;

/// <summary>The published schema says what the parser does.</summary>
public sealed class SchemaTests
{
    private static readonly JsonNode _schema = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository(), "build", "scalefitness.schema.json")))!;

    [Fact]
    public void It_is_draft_2020_12() => Assert.Equal("https://json-schema.org/draft/2020-12/schema", (string)_schema["$schema"]!);

    [Fact]
    public void Its_keys_are_the_keys_of_the_parser()
    {
        Assert.Equal(Keys.Root.Order(), PropertiesOf(_schema));
        Assert.Equal(Keys.Context.Order(), PropertiesOf(Section("context")));
        Assert.Equal(Keys.FailOn.Order(), PropertiesOf(Section("failOn")));
        Assert.Equal(Keys.Paths.Order(), PropertiesOf(Section("paths")));
        Assert.Equal(Keys.Composition.Order(), PropertiesOf(Section("composition")));
    }

    [Fact]
    public void No_object_with_known_keys_takes_another() =>
        Assert.All(new[] { _schema, Section("context"), Section("failOn"), Section("paths"), Section("composition"), Section("rules") },
            s => Assert.False((bool)s["additionalProperties"]!));

    [Fact]
    public void Its_words_are_the_words_of_the_parser()
    {
        Assert.Equal(Words.Severities.Keys.Order(), EnumOf(Section("failOn")["properties"]!["severity"]!));
        Assert.Equal(Words.Confidences.Keys.Order(), EnumOf(Section("failOn")["properties"]!["confidence"]!));
        Assert.Equal(Keys.RuleSettings.Keys.Order(), EnumOf(_schema["$defs"]!["ruleSetting"]!));
        Assert.Equal(Enum.GetValues<Severity>().Order(), Words.Severities.Values.Order());
        Assert.Equal(Enum.GetValues<Confidence>().Order(), Words.Confidences.Values.Order());
    }

    [Fact]
    public void Its_defaults_are_the_defaults_of_the_parser()
    {
        var none = new FitnessConfiguration();
        var context = Section("context")["properties"]!;
        Assert.Equal(none.Context.Instances, (int)context["instances"]!["default"]!);
        Assert.Equal(none.Context.RequestsPerSecond, (double)context["requestsPerSecond"]!["default"]!);
        Assert.Equal(none.Context.Growth, (double)context["growth"]!["default"]!);
        Assert.Equal(none.Context.Tenants, (int)context["tenants"]!["default"]!);
        Assert.Equal(Words.Of(none.FailOn.Severity), (string)Section("failOn")["properties"]!["severity"]!["default"]!);
        Assert.Equal(Words.Of(none.FailOn.Confidence), (string)Section("failOn")["properties"]!["confidence"]!["default"]!);
        Assert.Equal(none.Composition.Enabled, (bool)Section("composition")["properties"]!["enabled"]!["default"]!);
    }

    [Theory]
    [InlineData("SF2001", true)]
    [InlineData("SF0001", true)]
    [InlineData("SHOP001", true)]
    [InlineData("SF2001x", false)]
    [InlineData("shop1", false)]
    public void Rule_ids_have_a_shape(string id, bool valid) =>
        Assert.Equal(valid, Section("rules")["patternProperties"]!.AsObject().Any(p => Regex.IsMatch(id, p.Key)));

    [Fact]
    public void Every_property_is_described() => Assert.All(Properties(_schema), p => Assert.False(string.IsNullOrWhiteSpace((string?)p["description"])));

    private static JsonNode Section(string key) => _schema["properties"]![key]!;

    private static IEnumerable<string> PropertiesOf(JsonNode schema) => schema["properties"]!.AsObject().Select(p => p.Key).Order();

    private static IEnumerable<string> EnumOf(JsonNode schema) => schema["enum"]!.AsArray().Select(v => (string)v!).Order();

    private static IEnumerable<JsonNode> Properties(JsonNode schema) =>
        schema["properties"] is not JsonObject properties
            ? []
            : properties.Select(p => p.Value).OfType<JsonObject>().SelectMany(p => Properties(p).Prepend(p));

    private static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "ScaleFitness.sln")))
            folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
