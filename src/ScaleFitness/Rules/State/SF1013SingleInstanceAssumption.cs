using ScaleFitness.Code.Values;
using ScaleFitness.Findings;
using ScaleFitness.Model;
using ScaleFitness.Model.EntryPoints;
using ScaleFitness.Model.Settings;

namespace ScaleFitness.Rules.State;

/// <summary>SF1013: code and settings that hold only while there is one instance.</summary>
public sealed class SF1013SingleInstanceAssumption : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF1013",
        "single-instance assumption",
        Severity.Medium,
        "Shared data is looked up by the machine's name, a store is expected on the app's own machine, a lock is the machine's, or every instance migrates the database when it starts.",
        "With a second instance the data of the first is not found, each talks to a store of its own, two hold the same lock, and migrations that start together fail or leave half a schema.",
        new(
            "Name what is shared by what it is, take stores and locks that all instances reach from configuration, and migrate in a step of the deployment.",
            """
            var app = builder.Build();
            using (var scope = app.Services.CreateScope())
                scope.ServiceProvider.GetRequiredService<ShopContext>().Database.Migrate();
            app.Run();
            """,
            """
            // Once for each deployment, before the instances start:
            // dotnet ef migrations bundle && ./efbundle --connection "$SHOP_DATABASE"
            builder.Build().Run();
            """));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        if (!app.EntryPoints.Any(e => e.Category is EntryPointCategory.Request or EntryPointCategory.Background))
            return NotApplicable("the app serves no requests and works on nothing in the background");
        var uses = app.SingleInstance;
        List<Finding> findings =
        [
            .. uses.Stores.Settings.Select(Store),
            .. uses.Stores.Literals.Select(c => Of(app, c, "localhost", $"{Name(c)} is told to look for a store on the machine that the instance runs on: each instance finds another one, or none")),
            .. uses.Names.Keys.Select(c => Of(app, c, "name", "A shared cache is read by the name of the machine or the number of the process: no other instance finds the entry, nor does this one once it is replaced", Confidence.Medium)),
            .. uses.Names.Conditions.Select(c => Of(app, c, "name", "Rows are looked up by the name of the machine or the number of the process: what an instance that is gone owned, nobody takes up", Confidence.Medium)),
            .. uses.NamedLocks.Select(c => Of(app, c, "lock", $"A named {c.Method.DeclaringType.Name} keeps out other processes of the same machine, and no other machine")),
            .. uses.Migrations.Calls.Select(c => Migration(app, c)),
        ];
        return Examined(app.Settings.InProduction.Count + findings.Count, findings);
    }

    private Finding Store(Setting setting)
    {
        var isBase = setting.File.Equals(SettingsFile.BaseName, StringComparison.OrdinalIgnoreCase);
        var message = isBase
            ? $"{setting.Key} leads to a store on the instance's own machine, and no Production setting says otherwise"
            : $"{setting.Key} leads to a store on the instance's own machine, in Production";
        // No server has LocalDB: whoever deploys such an app sets another, where it is not seen.
        var confidence = !isBase ? Confidence.High : setting.Text!.Contains("(localdb)", StringComparison.OrdinalIgnoreCase) ? Confidence.Low : Confidence.Medium;
        return At(setting, Severity.Medium, message, confidence);
    }

    private Finding Migration(AppModel app, Call call) =>
        app.SingleInstance.Migrations.LocksItself(call)
            ? Of(app, call, "migration", "Every instance migrates the database when it starts; EF Core lets one at a time, and all others wait for it", severity: Severity.Low)
            : Of(app, call, "migration", $"Every instance runs {call.Method.Name} when it starts, with no lock: two that start together change the schema at once");

    private Finding Of(AppModel app, Call call, string subject, string message, Confidence confidence = Confidence.High, Severity severity = Severity.Medium) =>
        At(app, call.Function, call.Position, severity, message, confidence) with { Subject = subject };

    private static string Name(Call call) => call.IsConstruction ? call.Method.DeclaringType.Name : $"{call.Method.DeclaringType.Name}.{call.Method.Name}";
}
