using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Services;

/// <summary>What the container brings to make an object: a constructor's parameters, and what a factory asks the provider for that it is given.</summary>
internal sealed class DependencyReader(CodeModel code)
{
    /// <summary>Methods to which a factory hands its provider are followed this far.</summary>
    private const int Depth = 4;

    /// <summary>What the registration's object is made of; nothing for an object that code hands over.</summary>
    public IEnumerable<Dependency> Of(ServiceRegistration registration, TypeRef service) =>
        registration.IsInstance ? []
        : registration.Factory is { } factory ? Asked(factory, 0, 0)
        : registration.Implementation is { } implementation ? OfType(Closed(implementation, service)) : [];

    /// <summary>The parameters of the constructor that the container chooses.</summary>
    public IEnumerable<Dependency> OfType(TypeRef implementation)
    {
        if (code.Program.Find(implementation) is not { IsExternal: false, IsConcrete: true } type || Constructor(type) is not { } constructor || code.Folded.FunctionOf(constructor) is not { } function)
            yield break;
        foreach (var parameter in constructor.Parameters)
        {
            var keyed = parameter.Attributes.FirstOrDefault(a => a.Type.FullName == ServiceSymbols.FromKeyed);
            yield return Dependency(code.Program.Symbols.Substitute(parameter.Type, implementation.Arguments, []), keyed is not null, keyed?.Arguments.FirstOrDefault(), function, null);
        }
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
            if (IsRequest(call.Method.Name) && call.Subject is { } subject && IsProvider(subject, function, provider))
            {
                if (ServiceOf(call) is { } service)
                    yield return Dependency(service, call.Method.Name.Contains("Keyed", StringComparison.Ordinal), KeyOf(call), function, call.Position) with
                    {
                        IsMany = call.Method.Name.EndsWith("Services", StringComparison.Ordinal),
                        IsMade = call.Method.Name == "CreateInstance",
                    };
                continue;
            }

            if (depth < Depth && code.FunctionOf(call.Method) is { } callee)
                for (var i = 0; i < call.Arguments.Count; i++)
                    if (IsProvider(call.Arguments[i], function, provider))
                        foreach (var asked in Asked(callee, i, depth + 1))
                            yield return asked;
        }
    }

    private static bool IsProvider(Value value, SourceFunction function, int position) =>
        ValueWalk.Origins(value).Any(o => o is ArgumentValue argument && argument.Function == function && argument.Position == position);

    private static bool IsRequest(string name) => name is "GetService" or "GetRequiredService" or "GetServices" or "GetKeyedService" or "GetRequiredKeyedService" or "GetKeyedServices" or "CreateInstance" or "GetServiceOrCreateInstance";

    private static TypeRef? ServiceOf(Call call) =>
        call.Method.TypeArguments is [var named] ? named
        : call.Arguments.SelectMany(ValueWalk.Origins).OfType<CallValue>().Where(v => v.Call.Method.Name == "GetTypeFromHandle").SelectMany(v => v.Call.Arguments).OfType<SymbolValue>().Select(s => s.Symbol).OfType<TypeRef>().FirstOrDefault();

    private static object? KeyOf(Call call) =>
        call.Method.Name.Contains("Keyed", StringComparison.Ordinal) ? ValueWalk.Constant(call.Arguments[^1]) : null;

    private static Dependency Dependency(TypeRef service, bool isKeyed, object? key, SourceFunction taker, SourcePosition? position) =>
        service is { FullName: ServiceSymbols.Enumerable, SoleArgument: { } element }
            ? new(element, true, isKeyed, key, false, taker, position)
            : new(service, false, isKeyed, key, false, taker, position);

    /// <summary>An open implementation takes the type arguments of the service that is asked for.</summary>
    private TypeRef Closed(TypeRef implementation, TypeRef service) =>
        implementation.Arguments.IsEmpty && !service.Arguments.IsEmpty && Arity(implementation) == service.Arguments.Length
            ? code.Program.Symbols.Construct(implementation, service.Arguments)
            : implementation;

    private static int Arity(TypeRef type) =>
        type.Name.LastIndexOf('`') is > 0 and var tick && int.TryParse(type.Name.AsSpan(tick + 1), out var arity) ? arity : 0;
}
