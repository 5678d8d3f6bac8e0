using FsCheck;
using FsCheck.Fluent;
using ScaleFitness.Configuration;
using ScaleFitness.Findings;
using ScaleFitness.Json;
using ScaleFitness.Tests.Samples;

namespace ScaleFitness.Tests.Configuration;

public sealed class ConfigurationFileTests : IDisposable
{
    private const string Full = """
        {
          // The scale we plan for.
          "$schema": "../build/scalefitness.schema.json",
          "context": { "instances": 4, "requestsPerSecond": 100.5, "growth": 10, "tenants": 500, "rows": { "*": 10000, "Country": 250 } },
          "failOn": { "severity": "high", "confidence": "low" },
          "rules": { "SF2013": "off", "SF4001": "high" },
          "paths": { "exclude": ["**/Migrations/**",] },
          "changedSince": "origin/main",
          "modules": { "Orders": "Shop.Orders.*", "Billing": "Shop.Billing.*" },
          "composition": { "environment": "Production", "settings": { "ConnectionStrings:Shop": "Host=unused" }, "enabled": false },
        }
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Everything_the_contract_names_is_read()
    {
        var configuration = Read(Full);

        Assert.Equal((4, 100.5, 10, 500), (configuration.Context.Instances, configuration.Context.RequestsPerSecond, configuration.Context.Growth, configuration.Context.Tenants));
        Assert.Equal(250, configuration.Context.RowsOf("Country"));
        Assert.Equal(10_000, configuration.Context.RowsOf("Order"));
        Assert.Equal(["growth", "instances", "requestsPerSecond", "rows", "tenants"], configuration.Context.Declared.Order());
        Assert.Equal(new FailOn(Severity.High, Confidence.Low), configuration.FailOn);
        Assert.True(configuration.IsOff("SF2013"));
        Assert.Equal(Severity.High, configuration.Rules["SF4001"]);
        Assert.Equal(["**/Migrations/**"], configuration.ExcludedPaths);
        Assert.Equal("origin/main", configuration.ChangedSince);
        Assert.Equal("Shop.Billing.*", configuration.Modules["Billing"]);
        Assert.Equal("Production", configuration.Composition.Environment);
        Assert.Equal("Host=unused", configuration.Composition.Settings["ConnectionStrings:Shop"]);
        Assert.False(configuration.Composition.Enabled);
    }

    [Fact]
    public void What_is_not_said_has_its_default()
    {
        var configuration = Read("\uFEFF{}");

        Assert.Equal(2, configuration.Context.Instances);
        Assert.Empty(configuration.Context.Declared);
        Assert.Equal(new FailOn(Severity.Medium, Confidence.Medium), configuration.FailOn);
        Assert.True(configuration.Composition.Enabled);
        Assert.False(configuration.IsOff("SF2013"));
    }

    [Fact]
    public void Only_what_is_declared_is_called_declared() =>
        Assert.Equal(["tenants"], Read("""{ "context": { "tenants": 3 } }""").Context.Declared);

    [Theory]
    [MemberData(nameof(Under.Cultures), MemberType = typeof(Under))]
    public void Culture_changes_nothing(string culture)
    {
        var configuration = Under.Culture(culture, () => Read(Full));
        Assert.Equal(100.5, configuration.Context.RequestsPerSecond);
        var error = Under.Culture(culture, () => Error("""{ "context": { "growth": -1.5 } }"""));
        Assert.Contains("\"growth\" must be greater than 0 and finite, and is -1.5.", error.Message, StringComparison.Ordinal);
        Assert.Contains("did you mean \"instances\"?", Under.Culture(culture, () => Error("""{ "context": { "INSTANCES": 1 } }""")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\n  \"contxt\": {}\n}", 2, 3, "unknown key of the configuration \"contxt\"; did you mean \"context\"?")]
    [InlineData("{ \"Context\": {} }", 1, 3, "did you mean \"context\"?")]
    [InlineData("{ \"context\": { \"instance\": 1 } }", 1, 16, "did you mean \"instances\"?")]
    [InlineData("{ \"failOn\": { \"severity\": \"mediun\" } }", 1, 27, "unknown value of \"severity\" \"mediun\"; did you mean \"medium\"?")]
    [InlineData("{ \"failOn\": { \"severity\": \"High\" } }", 1, 27, "did you mean \"high\"?")]
    [InlineData("{ \"failOn\": { \"confidence\": \"blocker\" } }", 1, 29, "unknown value of \"confidence\"")]
    [InlineData("{ \"failOn\": { \"confidnce\": \"low\" } }", 1, 15, "did you mean \"confidence\"?")]
    [InlineData("{ \"rules\": { \"SF201\": \"off\" } }", 1, 14, "unknown rule \"SF201\"; did you mean \"SF2013\"?")]
    [InlineData("{ \"rules\": { \"SF2013\": \"of\" } }", 1, 24, "unknown value of \"SF2013\" \"of\"; did you mean \"off\"?")]
    [InlineData("{ \"rules\": { \"SF2013\": false } }", 1, 24, "\"SF2013\" must be a text, and here is true or false.")]
    [InlineData("{ \"rules\": { \"SF0004\": \"off\" } }", 1, 14, "SF0004 cannot be turned off")]
    [InlineData("{ \"rules\": [] }", 1, 12, "\"rules\" must be an object, and here is an array.")]
    [InlineData("{ \"context\": { \"instances\": 0 } }", 1, 29, "\"instances\" must be at least 1, and is 0.")]
    [InlineData("{ \"context\": { \"instances\": 1.5 } }", 1, 29, "must be a whole number, and 1.5 is not one.")]
    [InlineData("{ \"context\": { \"instances\": 3000000000 } }", 1, 29, "must be at most 2147483647")]
    [InlineData("{ \"context\": { \"instances\": \"2\" } }", 1, 29, "must be a whole number, and here is a text.")]
    [InlineData("{ \"context\": { \"instances\": null } }", 1, 29, "here is null.")]
    [InlineData("{ \"context\": { \"growth\": 0 } }", 1, 26, "must be greater than 0")]
    [InlineData("{ \"context\": { \"requestsPerSecond\": 1e999 } }", 1, 37, "must be greater than 0 and finite")]
    [InlineData("{ \"context\": { \"tenants\": -3 } }", 1, 27, "must be at least 1, and is -3.")]
    [InlineData("{ \"context\": { \"rows\": { \"*\": -1 } } }", 1, 31, "the rows of \"*\" must be at least 0")]
    [InlineData("{ \"paths\": { \"exclude\": \"**\" } }", 1, 25, "must be an array, and here is a text.")]
    [InlineData("{ \"paths\": { \"exclude\": [\"\"] } }", 1, 26, "must not be empty")]
    [InlineData("{ \"paths\": { \"exclude\": [\"a/../b\"] } }", 1, 26, "is not a glob")]
    [InlineData("{ \"changedSince\": \" \" }", 1, 19, "must not be empty")]
    [InlineData("{ \"modules\": { \"A\": 1 } }", 1, 21, "\"A\" must be a text")]
    [InlineData("{ \"composition\": { \"enabled\": \"yes\" } }", 1, 31, "must be true or false")]
    [InlineData("{ \"composition\": { \"settings\": { \"a\": 1 } } }", 1, 39, "must be a text, and here is a number.")]
    [InlineData("{ \"paths\": {}, \"paths\": {} }", 1, 16, "\"paths\" stands here for the second time.")]
    [InlineData("{\n  \"context\": {\n}", 3, 2, "this is not valid JSON")]
    [InlineData("{ \"ä\": 1, }x", 1, 12, "this is not valid JSON")]
    [InlineData("", 1, 1, "this is not valid JSON")]
    [InlineData("[]", 1, 1, "the configuration must be an object, and here is an array.")]
    [InlineData("{ \"changedSince\": \"\\uD800\" }", 1, 19, "half of a surrogate pair")]
    public void What_is_wrong_is_said_with_its_place(string text, int line, int column, string problem)
    {
        var error = Error(text);
        Assert.Equal((line, column), (error.At!.Value.Line, error.At.Value.Column));
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.StartsWith($"{_folder["scalefitness.json"]}({line},{column}): error: ", error.Message, StringComparison.Ordinal);
        Assert.Contains("Mend the file", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_utf8_have_a_place_too()
    {
        File.WriteAllBytes(_folder["scalefitness.json"], [.. "{\n \""u8, 0xC3, 0x28, .. "\": 1 }"u8]);
        var error = Assert.Throws<InvalidFileException>(() => Reader().Read());
        Assert.Equal(new Position(2, 3), error.At);
    }

    [Fact]
    public void A_missing_file_is_an_error() =>
        Assert.Contains("cannot be read", Assert.Throws<InvalidFileException>(() => Reader().Read()).Message, StringComparison.Ordinal);

    [Fact]
    public void Whatever_is_cut_out_of_a_file_it_is_read_or_refused_never_a_crash() =>
        Prop.ForAll(Gen.Choose(0, Full.Length - 1).Two().ToArbitrary(), cut =>
        {
            try
            {
                Read(Full.Remove(cut.Item1, Math.Min(cut.Item2, Full.Length - cut.Item1)));
            }
            catch (InvalidFileException e)
            {
                Assert.NotNull(e.At);
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_is_read_or_refused_never_a_crash() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
        {
            try
            {
                Read(text ?? "");
            }
            catch (InvalidFileException)
            {
                // That is the answer to nearly all of them.
            }
        }).QuickCheckThrowOnFailure();

    private ConfigurationFile Reader() => new(_folder["scalefitness.json"], ["SF0004", "SF2013", "SF4001", "SHOP001"]);

    private FitnessConfiguration Read(string text)
    {
        _folder.Write("scalefitness.json", text);
        return Reader().Read();
    }

    private InvalidFileException Error(string text) => Assert.Throws<InvalidFileException>(() => Read(text));
}
