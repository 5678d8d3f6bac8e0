using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Composition;
using ScaleFitness.Model.Settings;

namespace ScaleFitness.Model.Connections;

/// <summary>A context that the host told of, and the call that registers it.</summary>
/// <param name="Said">What the host says.</param>
/// <param name="Type">The context's class.</param>
/// <param name="Provider">The kind of database.</param>
/// <param name="Registration">The call, or null where it does not stand in the app's code.</param>
internal sealed record ComposedDatabase(ComposedContext Said, TypeDefinition Type, DatabaseProvider Provider, Call? Registration)
{
    /// <summary>Whether the database is a server's.</summary>
    public bool IsServer => Provider is DatabaseProvider.SqlServer or DatabaseProvider.PostgreSql or DatabaseProvider.MySql or DatabaseProvider.Oracle;
}

/// <summary>The contexts that the host told of; none where it was not composed.</summary>
internal sealed class ComposedDatabases
{
    private readonly CodeModel _code;
    private readonly Lazy<IReadOnlyList<Call>> _registrations;
    private readonly Lazy<IReadOnlyList<ComposedDatabase>> _all;

    public ComposedDatabases(CodeModel code, CallIndex index, ComposedHost? host)
    {
        _code = code;
        _registrations = new(() => [.. index.Mentioning(n => n.StartsWith("Add", StringComparison.Ordinal)).SelectMany(f => code.BodyOf(f).Calls)
            .Where(c => c.Method.Name.StartsWith("Add", StringComparison.Ordinal) && c.Method.TypeArguments.Any(t => code.Program.Derives(t, ConnectionSymbols.DbContext)) && c.Method.Parameters is [{ FullName: "Microsoft.Extensions.DependencyInjection.IServiceCollection" }, ..])]);
        _all = new(() => [.. (host?.Contexts ?? []).Select(Of).OfType<ComposedDatabase>()]);
    }

    public IReadOnlyList<ComposedDatabase> All => _all.Value;

    /// <summary>The context that a call sets up: its own type argument, the class that it stands in, or the registration whose options it stands in; null where that cannot be told.</summary>
    public TypeDefinition? ContextOf(Call call)
    {
        if (Context(call.Method) is { } direct)
            return direct;
        if (_code.Program.Derives(call.Function.Owner.Definition.DeclaringType.Reference, ConnectionSymbols.DbContext))
            return call.Function.Owner.Definition.DeclaringType;
        return _registrations.Value.Where(r => r.Arguments.SelectMany(Dispatch.FunctionsOf).Contains(call.Function)).Select(r => Context(r.Method)).FirstOrDefault();
    }

    private ComposedDatabase? Of(ComposedContext said) =>
        HostSymbols.DefinitionOf(_code, said.Type) is { } type
            ? new(said, type, DatabaseProviders.OfLibrary(said.Provider ?? ""), _registrations.Value.FirstOrDefault(r => Context(r.Method) == type))
            : null;

    private TypeDefinition? Context(MethodRef method) =>
        method.TypeArguments.Where(t => _code.Program.Derives(t, ConnectionSymbols.DbContext)).Select(_code.Program.Find).LastOrDefault(t => t is { IsExternal: false });
}
