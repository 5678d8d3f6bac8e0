using System.Text;
using ScaleFitness.Analysis;
using ScaleFitness.Findings;
using ScaleFitness.Model;
using ScaleFitness.Model.Settings;
using ScaleFitness.Tests.Harness;

namespace ScaleFitness.Tests.Model;

/// <summary>Settings as the host reads them, each with its place.</summary>
public class SettingsTests
{
    private const string App = """
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.Configure<Shop.MailOptions>(builder.Configuration.GetSection("Mail"));
        builder.Services.AddDbContext<Shop.Db>(o => Microsoft.EntityFrameworkCore.NpgsqlDbContextOptionsBuilderExtensions.UseNpgsql(o, builder.Configuration.GetConnectionString("Shop")));
        System.Console.WriteLine(builder.Configuration["Mail:Host"]);
        System.Console.Write(builder.Configuration.GetSection("Mail").GetSection("Retry")["Count"]);
        builder.Build().Run();

        namespace Shop
        {
            public class Db(Microsoft.EntityFrameworkCore.DbContextOptions<Db> o) : Microsoft.EntityFrameworkCore.DbContext(o);
            public class MailOptions { public string Host { get; set; } = ""; }
            public class Mailer(Microsoft.Extensions.Options.IOptions<MailOptions> options) { public void Send() => System.Console.Error.Write(options.Value.Host); }
        }
        """;

    [Fact]
    public void Production_stands_over_the_base_and_development_stays_outside()
    {
        var app = Read(
            ("appsettings.json", "{ \"Mail\": { \"Host\": \"localhost\", \"Ports\": [25, 587] } }"),
            ("appsettings.Production.json", "{ \"mail\": { \"host\": \"smtp.example.com\" } }"),
            ("appsettings.Development.json", "{ \"Mail\": { \"Host\": \"dev\" } }"));
        Assert.Equal("smtp.example.com", Assert.Single(app.Settings.Find("Mail:Host")).Text);
        Assert.Equal("587", Assert.Single(app.Settings.Find("Mail:Ports:1")).Text);
        Assert.Equal(["", "Development", "Production"], app.Settings.Files.Select(f => f.Environment).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_value_knows_its_place()
    {
        var app = Read(("appsettings.json", "\uFEFF{\n  // the shop's\n  \"ConnectionStrings\": {\n    \"Shop\": \"Host=db\",\n  },\n}"));
        var setting = Assert.Single(app.Settings.InProduction);
        Assert.Equal("appsettings.json(4,5)", setting.Location.ToString());
        Assert.Equal("\"Shop\": \"Host=db\",", setting.Location.Snippet);
        Assert.Equal(22, setting.Location.EndColumn);
        Assert.Equal("S:appsettings.json", setting.Member);
    }

    [Theory]
    [InlineData("{ \"A\": }")]
    [InlineData("{ \"A\": 1, \"A\": 2 }")]
    [InlineData("")]
    [InlineData("{ \"A\": \"\\ud800\" }")]
    public void A_broken_file_is_one_finding_and_no_exception(string text)
    {
        var (assembly, root) = Compile(("appsettings.json", text));
        var result = AppAnalysis.Run(new AnalysisRequest([assembly], [], new ScaleContext(), root));
        var finding = Assert.Single(result.Outcomes.Single(o => o.Rule.Id == "SF0005").Findings);
        Assert.StartsWith("appsettings.json was not analysed, because ", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Code_is_led_to_the_settings_it_reads()
    {
        var app = Read(("appsettings.json", "{ \"ConnectionStrings\": { \"Shop\": \"Host=db;Maximum Pool Size=7\" }, \"Mail\": { \"Host\": \"smtp\", \"Retry\": { \"Count\": 3 } } }"));
        var database = Assert.Single(app.Databases.All);
        Assert.Equal(DatabaseProvider.PostgreSql, database.Provider);
        var text = Assert.Single(database.Texts);
        Assert.Equal(("ConnectionStrings:Shop", 7), (text.Key, ConnectionString.Parse(text.Text)!.MaxPoolSize));
        Assert.Equal("smtp", Assert.Single(app.Configuration.Of(app.CallIn("Program.Main", "WriteLine").Arguments[0])).Text);
        Assert.Equal("3", Assert.Single(app.Configuration.Of(app.CallIn("Program.Main", "Write").Arguments[0])).Text);
        Assert.Equal("Mail:Host", Assert.Single(app.Configuration.Of(app.CallIn("Shop.Mailer.Send", "Write").Arguments[0])).Key);
    }

    [Theory]
    [InlineData("Server=.;Database=Shop;Max Pool Size=20;Command Timeout=5", ".", 20, 5, null)]
    [InlineData("Host=db;MaxPoolSize=20;CommandTimeout=0;Pooling=false", "db", 20, 0, false)]
    [InlineData("server=db;MaximumPoolSize=9;DefaultCommandTimeout=60;pooling=True", "db", 9, 60, true)]
    [InlineData("Data Source=app.db", "app.db", null, null, null)]
    public void A_connection_string_is_read_in_every_provider_s_words(string text, string source, int? pool, int? timeout, bool? pooling)
    {
        var read = ConnectionString.Parse(text)!;
        Assert.Equal((source, pool, timeout, pooling), (read.DataSource, read.MaxPoolSize, read.CommandTimeout, read.Pooling));
    }

    [Theory]
    [InlineData("localhost:6379,abortConnect=false")]
    [InlineData("mongodb://localhost/shop")]
    [InlineData("")]
    [InlineData("just words")]
    public void What_is_no_connection_string_is_none(string text) => Assert.Null(ConnectionString.Parse(text));

    private static AppModel Read(params (string Name, string Text)[] files)
    {
        var (assembly, root) = Compile(files);
        return AppModel.Read([assembly], new ScaleContext(), root);
    }

    private static (string Assembly, string Root) Compile(params (string Name, string Text)[] files)
    {
        var compiled = FixtureCompiler.Compile("Shop", [new SourceText("Program.cs", App)], FixtureBuild.Release, WorkFolder.Create("settings " + Guid.NewGuid().ToString("N")));
        Assert.Empty(compiled.Errors);
        foreach (var (name, text) in files)
            File.WriteAllText(Path.Combine(compiled.SourceFolder, name), text, new UTF8Encoding(false));
        File.WriteAllText(Path.Combine(compiled.SourceFolder, "Shop.csproj"), "<Project />");
        return (compiled.AssemblyPath, compiled.SourceFolder);
    }
}
