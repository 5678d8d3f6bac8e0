using ScaleFitness.Code.Metadata;
using ScaleFitness.Model.Composition;
using ScaleFitness.Model.Services;

namespace ScaleFitness.Model.Tenants;

/// <summary>Tells objects that look at the request each time they are asked, however long they are kept: singletons, and whatever holds the accessor of the request or a value that flows with it.</summary>
internal sealed class LiveObjects(CompiledProgram program, ServiceGraph services)
{
    /// <summary>A service that asks a service that asks the accessor.</summary>
    private const int DepthLimit = 3;

    private const string Accessor = "Microsoft.AspNetCore.Http.IHttpContextAccessor";
    private const string OwnAccessor = "Microsoft.AspNetCore.Http.HttpContextAccessor";

    /// <summary>Options hold for a whole deployment, which then has one tenant.</summary>
    public bool Contains(TypeRef type) => IsLive(type, 0);

    private bool IsLive(TypeRef type, int depth) =>
        program.Derives(type, Accessor) || type.FullName is Accessor or OwnAccessor or "System.Threading.AsyncLocal`1"
        || type.Name.EndsWith("Options", StringComparison.Ordinal) || type.Name.EndsWith("Settings", StringComparison.Ordinal)
        || Registered(type).Any(r => r.Lifetime == Lifetime.Singleton)
        || depth < DepthLimit && Made(type).Any(made => made.Fields.Any(f => f.Type is { Kind: TypeKind.Named } && IsLive(f.Type, depth + 1)));

    private IEnumerable<TypeDefinition> Made(TypeRef type) =>
        Registered(type).Select(r => r.Implementation).Append(type).Select(program.Find).OfType<TypeDefinition>().Where(t => t is { IsExternal: false, IsInterface: false }).Distinct();

    private IEnumerable<ServiceRegistration> Registered(TypeRef type) =>
        services.Registrations.Where(r => r.Service.FullName == type.FullName || r.Implementation?.FullName == type.FullName);
}
