using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Composition;
using ScaleFitness.Model.EntryPoints;
using ScaleFitness.Model.Services;

namespace ScaleFitness.Model.Locks;

/// <summary>Types of which the process has one object, so that its lock is everybody's.</summary>
internal sealed class SharedObjects(CodeModel code, TypeHierarchy types, ServiceGraph services, CallSites sites, IReadOnlyList<EntryPoint> entryPoints)
{
    private readonly Dictionary<TypeDefinition, bool> _known = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<FieldDefinition, HashSet<TypeDefinition>> _made = new(ReferenceEqualityComparer.Instance);
    private readonly Lazy<ILookup<string, FieldDefinition>> _fields = new(() =>
        code.Program.Types.Where(t => !t.IsCompilerGenerated).SelectMany(t => t.Fields).ToLookup(f => Held(f.Type).FullName, StringComparer.Ordinal));

    /// <summary>Whether the process has one object of the type, or of a type that derives from it.</summary>
    public bool IsShared(TypeDefinition type)
    {
        lock (_known)
        {
            if (_known.TryGetValue(type, out var known))
                return known;
            _known[type] = false;
            return _known[type] = types.Derived(type.Reference.FullName).Append(type).Where(t => t.IsConcrete).Any(t => IsRegistered(t) || IsHeld(t));
        }
    }

    private bool IsRegistered(TypeDefinition type) =>
        services.LifetimeOf(type) == Lifetime.Singleton
        || entryPoints.Any(e => e is { Kind: EntryPointKind.Middleware, Registration: not null } && e.Type == type) && !code.Program.Derives(type.Reference, "Microsoft.AspNetCore.Http.IMiddleware");

    /// <summary>A static field, or a field of an object that is shared itself, holds the one that is made for it. What a collection holds is many.</summary>
    private bool IsHeld(TypeDefinition type) =>
        services.LifetimeOf(type) is null
        && code.Program.SelfAndBases(type.Reference).SelectMany(t => _fields.Value[t.FullName])
            .Any(field => (field.IsStatic || IsShared(field.DeclaringType)) && Made(field).Contains(type));

    private HashSet<TypeDefinition> Made(FieldDefinition field)
    {
        if (!_made.TryGetValue(field, out var made))
            _made[field] = made = [.. sites.WritesTo(field).SelectMany(w => Made(w.Value))];
        return made;
    }

    private IEnumerable<TypeDefinition> Made(Value value) =>
        ValueWalk.Origins(value).OfType<NewValue>()
            .SelectMany(m => m.Type!.FullName == "System.Lazy`1" ? m.Call.Arguments.SelectMany(Dispatch.FunctionsOf).SelectMany(f => code.BodyOf(f).Returns).SelectMany(ValueWalk.Origins).OfType<NewValue>() : [m])
            .Select(m => code.Program.Find(m.Type)).OfType<TypeDefinition>();

    private static TypeRef Held(TypeRef type) => type.FullName == "System.Lazy`1" && type.SoleArgument is { } inner ? inner : type;
}
