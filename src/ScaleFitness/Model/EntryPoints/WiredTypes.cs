using System.Collections.Immutable;
using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Model.EntryPoints;

/// <summary>
/// Types that the app as it starts can come to know: named by code that start-up, requests or background work may run,
/// or by an attribute. What a shared library keeps for other hosts is not among them. It rather takes too many in:
/// every virtual method of a type that is named may run.
/// </summary>
internal sealed class WiredTypes
{
    private readonly CompiledProgram _program;
    private readonly HashSet<TypeRef> _named = [];
    private readonly HashSet<MethodDefinition> _run = new(ReferenceEqualityComparer.Instance);
    private readonly Stack<MethodDefinition> _open = new();
    private readonly HashSet<string> _contracts = new(StringComparer.Ordinal);
    private readonly bool _isHost;
    private bool _searches;

    /// <summary>Makes it.</summary>
    /// <param name="program">The program.</param>
    /// <param name="started">Methods that run without being named: start-up, controllers' actions, background work.</param>
    public WiredTypes(CompiledProgram program, IEnumerable<MethodDefinition> started)
    {
        _program = program;
        _isHost = program.Assemblies.Any(a => a.Main is not null);
        if (!_isHost)
            return;
        foreach (var method in started)
        {
            Name(method.DeclaringType.Reference);
            Run(method);
        }

        foreach (var type in program.Types)
            Root(type);
        do
            while (_open.TryPop(out var method))
                Follow(method);
        while (NameSearched());
    }

    /// <summary>Whether the app can come to know the type; of a library without a host, anybody can.</summary>
    public bool Contains(TypeDefinition type) => !_isHost || _named.Contains(type.Reference);

    private void Root(TypeDefinition type)
    {
        if (IsFound(type))
            Name(type.Reference);
        NameAll(type.Attributes);
        foreach (var property in type.Properties)
            NameAll(property.Attributes);
        foreach (var method in type.Methods)
        {
            NameAll(method.Attributes);
            foreach (var parameter in method.Parameters)
                NameAll(parameter.Attributes);
            // Modules of an app are made by reflection, and then asked to set up what is theirs.
            if (method.Name == ".cctor" || method is { IsVirtual: true, HasBody: true } && method.Reference.Parameters.Any(IsSetUp))
                Run(method);
        }
    }

    /// <summary>Whether something finds it without its name: attributes, generated code, and whatever implements a library that is not Microsoft's.</summary>
    private bool IsFound(TypeDefinition type) =>
        type.IsGeneratedCode
        || _program.SelfAndBases(type.Reference).Any(t => t.Is("System.Attribute") || t.Namespace.StartsWith("Microsoft.AspNetCore.Components", StringComparison.Ordinal) || t.Namespace.StartsWith("Microsoft.AspNetCore.Razor", StringComparison.Ordinal)
            || !IsPlatform(t) && _program.Find(t) is not { IsExternal: false });

    private static bool IsPlatform(TypeRef type) =>
        type.Namespace == "System" || type.Namespace.StartsWith("System.", StringComparison.Ordinal) || type.Namespace.StartsWith("Microsoft.", StringComparison.Ordinal);

    private static bool IsSetUp(TypeRef type) => type.FullName is
        "Microsoft.Extensions.DependencyInjection.IServiceCollection" or "Microsoft.AspNetCore.Builder.IApplicationBuilder" or "Microsoft.AspNetCore.Routing.IEndpointRouteBuilder"
        or "Microsoft.AspNetCore.Hosting.IWebHostBuilder" or "Microsoft.AspNetCore.Builder.WebApplication" or "Microsoft.AspNetCore.Builder.WebApplicationBuilder";

    /// <summary>Code that goes through an assembly's types looks for those of a base or interface that the app names somewhere.</summary>
    private bool NameSearched()
    {
        if (_searches)
            foreach (var type in _program.Types)
                if (!_named.Contains(type.Reference) && _program.SelfAndBases(type.Reference).Any(t => _contracts.Contains(t.FullName)))
                    Name(type.Reference);
        return _open.Count > 0;
    }

    private void NameAll(ImmutableArray<AttributeData> attributes)
    {
        foreach (var attribute in attributes)
        {
            Name(attribute.Type);
            foreach (var argument in attribute.Arguments.Concat(attribute.Named.Values))
                foreach (var type in TypesIn(argument))
                    Name(type);
        }
    }

    private static IEnumerable<TypeRef> TypesIn(object? argument) => argument switch
    {
        TypeRef type => [type],
        string => [],
        System.Collections.IEnumerable several => several.Cast<object?>().SelectMany(TypesIn),
        _ => [],
    };

    /// <summary>Code hands the type itself on, to be made or to be looked for.</summary>
    private void Name(TypeRef? type)
    {
        if (type is { Kind: TypeKind.Named } && type.Namespace != "System" && _program.Find(type) is { IsConcrete: false })
            _contracts.Add(type.FullName);
        Inherit(type);
    }

    /// <summary>Code can make the type, or one that derives from it.</summary>
    private void Inherit(TypeRef? type)
    {
        if (type is null)
            return;
        Inherit(type.Element);
        foreach (var argument in type.Arguments)
            Inherit(argument);
        if (type.Kind != TypeKind.Named || _program.Find(type) is not { IsExternal: false } definition || !_named.Add(definition.Reference))
            return;
        Inherit(definition.BaseType);
        foreach (var contract in definition.Interfaces)
            Inherit(contract);
        foreach (var method in definition.Methods)
            if (method.IsVirtual || method.IsConstructor || method.Name is "Invoke" or "InvokeAsync")
                Run(method);
    }

    private void Run(MethodDefinition method)
    {
        if (method.HasBody && _run.Add(method))
            _open.Push(method);
    }

    private void Follow(MethodDefinition method)
    {
        foreach (var mention in method.Mentions)
            switch (mention.Symbol)
            {
                case MethodRef called:
                    _searches |= called is { Name: "GetTypes" or "GetExportedTypes" or "get_DefinedTypes" or "get_ExportedTypes", DeclaringType.FullName: "System.Reflection.Assembly" };
                    if (called.IsConstructor)
                        Inherit(called.DeclaringType);
                    else
                        foreach (var argument in called.DeclaringType.Arguments)
                            Inherit(argument);
                    foreach (var argument in called.TypeArguments)
                        Name(argument);
                    if (_program.Find(called) is { } target)
                        Run(target);
                    break;
                case TypeRef type:
                    Name(type);
                    break;
            }
    }
}
