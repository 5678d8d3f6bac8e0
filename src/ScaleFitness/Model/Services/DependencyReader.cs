using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Composition;

namespace ScaleFitness.Model.Services;

/// <summary>What the container brings to make an object: a constructor's parameters, and what a factory asks the provider for that it is given.</summary>
internal sealed class DependencyReader(CodeModel code, Constructions constructions)
{
    /// <summary>Methods to which a factory hands its provider are followed this far.</summary>
    private const int Depth = 4;

    /// <summary>What the registration's object is made of; nothing for an object that code hands over. What a decorator goes around has a registration of its own.</summary>
    public IEnumerable<Dependency> Of(ServiceRegistration registration, TypeRef service) =>
        registration.IsInstance || registration.HasOpaqueFactory && registration.Kind != RegistrationKind.HttpClient ? []
        : registration.Factory is { } factory ? Asked(factory, 0, 0)
        : registration.Implementation is { } implementation ? OfType(Closed(implementation, service)).Where(d => !(registration.IsDecorator && d.Service.FullName == registration.Service.FullName)) : [];

    /// <summary>The parameters of the constructor that the container chooses.</summary>
    public IEnumerable<Dependency> OfType(TypeRef implementation) =>
        code.Program.Find(implementation) is { IsExternal: false, IsConcrete: true } type ? OfOwn(implementation, type) : OfLibrary(implementation);

    /// <summary>Whether nobody can tell what the registration's object is made of: a library's factory makes it, or the app's lets a library ask.</summary>
    public bool IsOpaque(ServiceRegistration registration) =>
        registration.HasOpaqueFactory || registration is { IsInstance: false, Factory: { } factory } && LetsAsk(factory, 0, 0);

    private IEnumerable<Dependency> OfOwn(TypeRef implementation, TypeDefinition type)
    {
        if ((constructions.ConstructorOf(implementation) ?? Constructor(type)) is not { } constructor || code.Folded.FunctionOf(constructor) is not { } function)
            yield break;
        foreach (var parameter in constructor.Parameters)
        {
            var keyed = parameter.Attributes.FirstOrDefault(a => a.Type.FullName == ServiceSymbols.FromKeyed);
            yield return Dependency.Of(code.Program.Symbols.Substitute(parameter.Type, implementation.Arguments, []), keyed is not null, keyed?.Arguments.FirstOrDefault(), function, null);
        }
    }

    /// <summary>What the host says that a library's type takes.</summary>
    private IEnumerable<Dependency> OfLibrary(TypeRef implementation)
    {
        foreach (var parameter in constructions.Of(implementation)?.Parameters ?? [])
            yield return Dependency.Of(code.Program.Symbols.Substitute(HostSymbols.TypeOf(code, parameter.Type), implementation.Arguments, []), parameter.IsKeyed, parameter.Key, null, null);
    }

    /// <summary>The one that is marked, or else the one with the most parameters: all of them are registered, or the app would not start.</summary>
    private static MethodDefinition? Constructor(TypeDefinition type)
    {
        var constructors = type.Methods.Where(m => m is { Name: ".ctor", IsPublic: true }).ToList();
        return constructors.FirstOrDefault(c => c.Attributes.Any(a => a.Type.FullName == ServiceSymbols.ActivatorConstructor)) ?? constructors.MaxBy(c => c.Parameters.Length);
    }

    /// <summary>What a function asks of the provider that it gets as an argument, not of a scope that it opens.</summary>
    private IEnumerable<Dependency> Asked(SourceFunction function, int provider, int depth)
    {
        foreach (var call in code.BodyOf(function).Calls)
        {
            if (IsRequest(call, function, provider))
            {
                if (Resolutions.Of(call, function) is { } asked)
                    yield return asked;
                continue;
            }

            if (depth < Depth && code.FunctionOf(call.Method) is { } callee)
                foreach (var position in Handed(call, function, provider))
                    foreach (var asked in Asked(callee, position, depth + 1))
                        yield return asked;
        }
    }

    private bool LetsAsk(SourceFunction function, int provider, int depth)
    {
        foreach (var call in code.BodyOf(function).Calls)
        {
            if (IsRequest(call, function, provider))
            {
                if (Resolutions.Of(call, function) is null)
                    return true;
                continue;
            }

            if (call.Method.Name is "CreateScope" or "CreateAsyncScope")
                continue;
            foreach (var position in Handed(call, function, provider))
                if (code.FunctionOf(call.Method) is { } callee ? depth < Depth && LetsAsk(callee, position, depth + 1) : !call.IsConstruction)
                    return true;
        }

        return false;
    }

    private static bool IsRequest(Call call, SourceFunction function, int provider) =>
        Resolutions.IsRequest(call.Method) && call.Subject is { } subject && IsProvider(subject, function, provider);

    /// <summary>The positions at which a call is given the provider.</summary>
    private static IEnumerable<int> Handed(Call call, SourceFunction function, int provider)
    {
        for (var i = 0; i < call.Arguments.Count; i++)
            if (IsProvider(call.Arguments[i], function, provider))
                yield return i;
    }

    private static bool IsProvider(Value value, SourceFunction function, int position) =>
        ValueWalk.Origins(value).Any(o => o is ArgumentValue argument && argument.Function == function && argument.Position == position);

    /// <summary>An open implementation takes the type arguments of the service that is asked for.</summary>
    private TypeRef Closed(TypeRef implementation, TypeRef service) =>
        implementation.Arguments.IsEmpty && !service.Arguments.IsEmpty && Arity(implementation) == service.Arguments.Length
            ? code.Program.Symbols.Construct(implementation, service.Arguments)
            : implementation;

    private static int Arity(TypeRef type) =>
        type.Name.LastIndexOf('`') is > 0 and var tick && int.TryParse(type.Name.AsSpan(tick + 1), out var arity) ? arity : 0;
}
