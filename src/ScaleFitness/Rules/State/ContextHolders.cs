using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model;
using ScaleFitness.Model.Composition;
using ScaleFitness.Model.Data;
using ScaleFitness.Model.Services;

namespace ScaleFitness.Rules.State;

/// <summary>Who lives as long as the process, and what of it holds a context, at first or second hand.</summary>
internal sealed class ContextHolders(AppModel app)
{
    private readonly Dictionary<TypeDefinition, string?> _held = new(ReferenceEqualityComparer.Instance);

    /// <summary>Fields of what lives as long as the process, each with why it does.</summary>
    public IEnumerable<(FieldDefinition Field, string Why)> LongLivedFields() =>
        new LongLivedFields(app).All().Where(f => !f.Field.IsStatic || IsWritten(f.Field));

    /// <summary>What the field holds that it should not, in words, or null.</summary>
    public string? Holds(FieldDefinition field) => Holds(field.Type);

    /// <summary>Contexts that start-up code, or the factory of a singleton, leaves to lambdas that outlive it.</summary>
    public IEnumerable<CapturedWrite> CapturedContexts()
    {
        var factories = app.Services.Registrations.Where(r => r is { Lifetime: Lifetime.Singleton, Factory: not null }).Select(r => r.Factory!).ToHashSet();
        foreach (var function in app.Index.Mentioning(n => n is "GetRequiredService" or "GetService" or "CreateDbContext" or "CreateDbContextAsync" || n.EndsWith("Context", StringComparison.Ordinal)))
        {
            var isFactory = factories.Contains(function);
            if (!isFactory && (!app.Reach.IsAtStartUp(function) || app.Reach.IsOnRequest(function)))
                continue;
            var body = app.BodyOf(function);
            foreach (var write in body.CapturedWrites)
                if (IsContext(write.Variable.Type) && write.Value is not ConstantValue && Outlives(function, body, isFactory))
                    yield return write;
        }
    }

    private bool Outlives(SourceFunction function, FunctionBody body, bool isFactory) => body.Delegates.Any(d => d.Target is { } target
        && target.Parent == function && (app.Reach.IsOnRequest(target) || app.Reach.IsInBackground(target) || (isFactory && body.Returns.SelectMany(ValueWalk.Origins).Contains(d))));

    /// <summary>What an object of the type holds, or is, that must not live so long; null where nothing.</summary>
    public string? Holds(TypeRef type)
    {
        if (type.FullName is "System.Lazy`1" && type.SoleArgument is { } lazy)
            return Holds(lazy);
        if (IsContext(type))
            return app.Services.For(type).Any(r => r is { Lifetime: Lifetime.Singleton, Kind: RegistrationKind.DbContext or RegistrationKind.Service }) ? null : type.DisplayName;
        foreach (var implementation in app.Services.Implementations(type) ?? [])
            if (app.Services.LifetimeOf(implementation) is Lifetime.Scoped or Lifetime.Transient && HeldBy(implementation) is { } held)
                return $"{type.DisplayName}, which holds {held}";
        return null;
    }

    private string? HeldBy(TypeDefinition type)
    {
        if (_held.TryGetValue(type, out var known))
            return known;
        _held[type] = null;
        for (var current = type; current is { IsExternal: false }; current = app.Code.Program.Find(current.BaseType))
            foreach (var field in current.Fields)
                if (!field.IsStatic && Holds(field.Type) is { } held)
                    return _held[type] = held;
        return null;
    }

    private bool IsContext(TypeRef type) => app.Code.Program.Derives(type, EntityModel.DbContext);

    private bool IsWritten(FieldDefinition field) =>
        Holds(field.Type) is not null && field.DeclaringType.Methods.Select(app.Code.Folded.FunctionOf).OfType<SourceFunction>()
            .SelectMany(f => f.Owner.Functions).Distinct()
            .Any(f => app.BodyOf(f).FieldWrites.Any(w => w.Definition == field && w.Value is not ConstantValue));
}
