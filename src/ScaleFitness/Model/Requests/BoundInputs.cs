using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Model.EntryPoints;
using ScaleFitness.Model.Services;

namespace ScaleFitness.Model.Requests;

/// <summary>What endpoints bind from the request: parameters, and the properties of the models that are parameters or part of one.</summary>
internal sealed class BoundInputs
{
    private readonly CompiledProgram _program;
    private readonly ServiceGraph _services;
    private readonly Dictionary<SourceFunction, EntryPoint> _endpoints = [];
    private readonly HashSet<string> _models = new(StringComparer.Ordinal);

    public BoundInputs(CompiledProgram program, ServiceGraph services, IReadOnlyList<EntryPoint> entryPoints)
    {
        _program = program;
        _services = services;
        foreach (var entry in entryPoints)
            if (entry.IsEndpoint && _endpoints.TryAdd(entry.Function, entry))
                for (var i = 0; i < entry.Function.Method.Parameters.Length; i++)
                    if (IsBound(entry, i))
                        AddModel(entry.Function.Method.Parameters[i].Type);
    }

    /// <summary>The endpoint that the function handles, where the client chooses that parameter.</summary>
    public EntryPoint? EndpointOf(SourceFunction function, int position) =>
        _endpoints.TryGetValue(function, out var entry) && position < function.Method.Parameters.Length && IsBound(entry, position) ? entry : null;

    /// <summary>Whether an endpoint binds objects of the type from the request.</summary>
    public bool IsModel(TypeRef? type) => type is not null && _models.Contains(type.FullName);

    /// <summary>Whether the client chooses what the property holds, where its object is of that type.</summary>
    public bool IsBound(PropertyDefinition property, TypeRef? type) =>
        IsModel(type) || property.Attributes.Any(a => a.Type.FullName == RequestSymbols.BindProperty);

    private bool IsBound(EntryPoint entry, int position)
    {
        var parameter = entry.Function.Method.Parameters[position];
        if (entry.Kind == EntryPointKind.Grpc)
            return position == 0;
        return !parameter.Attributes.Any(a => a.Type.FullName is RequestSymbols.FromServices or RequestSymbols.FromKeyedServices) && !IsService(parameter.Type);
    }

    private bool IsService(TypeRef type) =>
        type.FullName is "System.Threading.CancellationToken" or "System.Security.Claims.ClaimsPrincipal" || type.Namespace == "Microsoft.AspNetCore.Http"
        || _services.For(type).Count > 0
        || _program.Find(type) is { } definition && (definition.IsInterface || _services.LifetimeOf(definition) is not null);

    /// <summary>A model, the models that its properties hold, and those it inherits from.</summary>
    private void AddModel(TypeRef type)
    {
        foreach (var argument in type.Arguments)
            AddModel(argument);
        if (type.Element is { } element)
            AddModel(element);
        if (_program.Find(type) is not { IsExternal: false, IsInterface: false } definition || definition.Traits.HasFlag(TypeTraits.Enum) || !_models.Add(type.FullName))
            return;
        foreach (var property in definition.Properties)
            AddModel(property.Type);
        if (definition.BaseType is { } parent)
            AddModel(parent);
    }
}
