using ScaleFitness.Code.Metadata;
using ScaleFitness.Model.Composition;
using ScaleFitness.Model.Services;

namespace ScaleFitness.Model.EntryPoints;

/// <summary>Types that the container or the framework makes anew for each request.</summary>
internal sealed class ActivatedTypes
{
    private readonly ServiceGraph _services;
    private readonly HashSet<string> _types;

    public ActivatedTypes(CompiledProgram program, ServiceGraph services, IEnumerable<EntryPoint> entryPoints)
    {
        _services = services;
        _types = [.. entryPoints.Where(e => IsActivated(e, program)).Select(e => e.Type!.Reference.FullName)];
    }

    public bool PerRequest(TypeDefinition type) =>
        _services.LifetimeOf(type) is { } lifetime ? lifetime != Lifetime.Singleton : _types.Contains(type.Reference.FullName);

    /// <summary>Middleware that <c>UseMiddleware</c> names is made once, when the pipeline is built; an attribute once for the action that carries it.</summary>
    private static bool IsActivated(EntryPoint entry, CompiledProgram program) =>
        entry is { Type: not null, Category: EntryPointCategory.Request }
        && !(entry is { Kind: EntryPointKind.Middleware, Registration: not null })
        && !program.Derives(entry.Type.Reference, "System.Attribute");
}
