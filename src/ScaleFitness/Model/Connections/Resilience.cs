using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Effects;
using ScaleFitness.Model.Settings;

namespace ScaleFitness.Model.Connections;

/// <summary>Whether EF Core's contexts try again when the network to their database fails, and which commands wait for ever.</summary>
internal sealed class Resilience(CodeModel code, CallIndex index, EffectReader effects, DatabaseConnections databases, AppSettings settings, ComposedDatabases composed)
{
    private const string DesignTime = "Microsoft.EntityFrameworkCore.Design.IDesignTimeDbContextFactory`1";

    /// <summary>Calls that set up a context for a database over the network with no strategy that tries again.</summary>
    public IEnumerable<DatabaseConnection> WithoutRetry()
    {
        if (HasRetryElsewhere())
            return [];
        var inCode = InCode().Select(d => (Database: d, Context: composed.ContextOf(d.Call))).Where(d => !IsRefuted(d.Database, d.Context)).ToList();
        // What code does not show the host tells, at the registration.
        var told = composed.All.Where(c => c is { IsServer: true, Said.Retries: false, Registration: not null } && !inCode.Any(d => d.Context is null ? d.Database.Provider == c.Provider : d.Context == c.Type));
        return [.. inCode.Select(d => d.Database), .. told.Select(c => new DatabaseConnection(c.Registration!, c.Provider, []))];
    }

    /// <summary>Whether the host says that the context, or each that it may be, tries again.</summary>
    private bool IsRefuted(DatabaseConnection database, TypeDefinition? context)
    {
        var told = composed.All.Where(c => context is null ? c.Provider == database.Provider : c.Type == context).ToList();
        return told.Count > 0 && told.All(c => c.Said.Retries);
    }

    /// <summary>Whether the context that a call sets up is, as the host was composed, on another kind of database: the call is for another deployment, or for none.</summary>
    public bool IsOfAnotherDeployment(DatabaseConnection database) =>
        composed.ContextOf(database.Call) is { } context && composed.All.Where(c => c.Type == context).ToList() is { Count: > 0 } told && told.All(c => c.Provider != database.Provider);

    private IEnumerable<DatabaseConnection> InCode()
    {
        return databases.All.Where(d => d.Provider is DatabaseProvider.SqlServer or DatabaseProvider.PostgreSql or DatabaseProvider.MySql or DatabaseProvider.Oracle
            && IsContext(d.Call) && !d.Call.Method.Name.Contains("Azure", StringComparison.Ordinal)
            && !code.Program.Derives(d.Call.Function.Owner.Definition.DeclaringType.Reference, DesignTime)
            && Options(d.Call) is { } options && !options.Any(HasStrategy));
    }

    /// <summary>Calls that switch a command's time-out off, each with whether the app is set up so rather than one command.</summary>
    public IEnumerable<(Call Call, bool IsSetUp)> WithoutTimeout() =>
        from function in index.Mentioning(n => n is "CommandTimeout" or "SetCommandTimeout" or "set_CommandTimeout")
        from call in code.BodyOf(function).Calls
        where IsTimeout(call) && call.Arguments.Count > 0 && IsZero(call.Arguments[^1])
        select (call, call.Method.Name == "CommandTimeout" || code.Program.Derives(call.Method.DeclaringType, ConnectionSymbols.StringBuilder));

    /// <summary>Registrations of contexts whose commands wait for ever, as only the host says.</summary>
    public IEnumerable<Call> ToldWithoutTimeout() =>
        WithoutTimeout().Any(t => t.IsSetUp) || InSettings().Any() ? [] : composed.All.Where(c => c.IsServer && (c.Said.CommandTimeout ?? c.Said.Connection?.CommandTimeout) == 0).Select(c => c.Registration).OfType<Call>();

    /// <summary>Connection strings with a time-out of zero for commands.</summary>
    public IEnumerable<Setting> InSettings() =>
        databases.All.SelectMany(d => d.Texts).Select(t => t.Setting).OfType<Setting>()
            .Concat(settings.InProduction.Where(s => s.IsIn("ConnectionStrings")))
            .Distinct().Where(s => ConnectionString.Parse(s.Text) is { CommandTimeout: 0 });

    private bool IsContext(Call call) =>
        call.Method.Name.StartsWith("Use", StringComparison.Ordinal)
        || call.Method.Name.StartsWith("Add", StringComparison.Ordinal) && call.Method.TypeArguments is [var context] && code.Program.Derives(context, ConnectionSymbols.DbContext);

    /// <summary>The functions that set the provider's options; null where they are given in a way that cannot be followed.</summary>
    private IReadOnlyList<SourceFunction>? Options(Call call)
    {
        var functions = new List<SourceFunction>();
        for (var i = 0; i < call.Arguments.Count; i++)
        {
            if (!call.Method.Parameters[i].FullName.StartsWith("System.Action`", StringComparison.Ordinal) || call.Arguments[i] is ConstantValue { Constant: null })
                continue;
            var given = ValueWalk.Origins(call.Arguments[i]).OfType<FunctionValue>().Select(f => f.Target).ToList();
            if (given.Count == 0 || given.Contains(null))
                return null;
            functions.AddRange(given.OfType<SourceFunction>());
        }

        return functions;
    }

    private bool HasStrategy(SourceFunction options) => HasStrategy(options, 0);

    private bool HasStrategy(SourceFunction function, int depth) =>
        code.BodyOf(function).Calls.Any(c => IsStrategy(c.Method.Name) || depth < 3 && code.FunctionOf(c.Method) is { } inner && HasStrategy(inner, depth + 1))
        || depth < 3 && code.BodyOf(function).Delegates.Any(d => d.Target is { } target && HasStrategy(target, depth + 1));

    private static bool IsStrategy(string name) => name is "EnableRetryOnFailure" or "EnableRetryOnFailureByDefault" or "ExecutionStrategy";

    /// <summary>A strategy of the app's own put in EF Core's place, or a Polly pipeline around what talks to the database.</summary>
    private bool HasRetryElsewhere() =>
        index.Mentioning("ReplaceService").SelectMany(f => code.BodyOf(f).Calls).Any(c => c.Method.TypeArguments.Any(t => t.Name == "IExecutionStrategyFactory"))
        || index.Mentioning("EnableRetryOnFailureByDefault").Count > 0
        || index.Mentioning(n => n is "Execute" or "ExecuteAsync").SelectMany(f => code.BodyOf(f).Calls).Any(c => c.Method.DeclaringType.Namespace.StartsWith("Polly", StringComparison.Ordinal)
            && c.Arguments.SelectMany(Dispatch.FunctionsOf).Any(f => effects.Reached(f).Any(s => s.Effect.Kind == EffectKind.Database)));

    private bool IsTimeout(Call call) => call.Method.Name switch
    {
        "CommandTimeout" => call.Method.DeclaringType.Namespace.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal),
        "SetCommandTimeout" => call.Method.DeclaringType.Namespace.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal),
        _ => code.Program.Derives(call.Method.DeclaringType, ConnectionSymbols.DbCommand) || call.Method.DeclaringType.FullName == "System.Data.IDbCommand" || code.Program.Derives(call.Method.DeclaringType, ConnectionSymbols.StringBuilder),
    };

    /// <summary>Zero, <c>TimeSpan.Zero</c>, or a nullable of either.</summary>
    private static bool IsZero(Value value) => ValueWalk.Origins(value) is [var origin] && origin switch
    {
        ConstantValue { Constant: 0 } => true,
        NewValue { Call: { Method.DeclaringType.FullName: "System.Nullable`1", Arguments: [var inner] } } => IsZero(inner),
        FieldValue { Field: { Name: "Zero", DeclaringType.FullName: "System.TimeSpan" } } => true,
        _ => false,
    };
}
