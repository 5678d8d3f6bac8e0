using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Composition;

namespace ScaleFitness.Model.Services;

/// <summary>Reads registrations out of calls on <c>IServiceCollection</c>.</summary>
internal static class RegistrationReader
{
    private const string Collection = "Microsoft.Extensions.DependencyInjection.IServiceCollection";

    /// <summary>The position of <c>contextLifetime</c> differs between overloads: it is the first lifetime among the arguments.</summary>
    private const string LifetimeEnum = "Microsoft.Extensions.DependencyInjection.ServiceLifetime";

    public static IEnumerable<ServiceRegistration> Read(Call call, CodeModel code)
    {
        var method = call.Method;
        if (method.HasThis || method.Parameters.IsEmpty || !TakesCollection(method))
            return method.DeclaringType.FullName == "Microsoft.Extensions.DependencyInjection.ServiceDescriptor" ? FromDescriptor(call, code) : [];
        var name = method.Name.Replace("TryAdd", "Add", StringComparison.Ordinal).Replace("Keyed", "", StringComparison.Ordinal).Replace("Enumerable", "", StringComparison.Ordinal);
        return name switch
        {
            "AddSingleton" => Keyed(call, Service(call, Lifetime.Singleton, code)),
            "AddScoped" => Keyed(call, Service(call, Lifetime.Scoped, code)),
            "AddTransient" => Keyed(call, Service(call, Lifetime.Transient, code)),
            "AddHostedService" => One(call, Lifetime.Singleton, RegistrationKind.HostedService, code),
            "AddDbContext" or "AddDbContextPool" => One(call, DeclaredLifetime(call) ?? Lifetime.Scoped, RegistrationKind.DbContext, code),
            "AddDbContextFactory" or "AddPooledDbContextFactory" => One(call, DeclaredLifetime(call) ?? Lifetime.Scoped, RegistrationKind.DbContextFactory, code),
            "AddHttpClient" when method.TypeArguments.Length > 0 => One(call, Lifetime.Transient, RegistrationKind.HttpClient, code),
            _ => [],
        };
    }

    /// <summary>What a factory makes; null where it cannot be told.</summary>
    public static TypeRef? MadeBy(SourceFunction factory, CodeModel code) => Made([], factory, code);

    private static bool TakesCollection(MethodRef method) =>
        method.Parameters.Length > 0 && method.Parameters[0].FullName == Collection && method.DeclaringType.Namespace.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal);

    private static IEnumerable<ServiceRegistration> Service(Call call, Lifetime lifetime, CodeModel code)
    {
        var factory = Factory(call);
        var given = Given(call);
        if (call.Method.TypeArguments is [var service, .. var rest])
        {
            var isInstance = rest.IsEmpty && factory is null && given.Count > 0;
            var implementation = rest.IsEmpty ? factory is null && !isInstance ? service : Made(given, factory, code) : rest[0];
            yield return new(service, implementation, lifetime, factory, call, RegistrationKind.Service) { IsInstance = isInstance };
            yield break;
        }

        // AddScoped(typeof(IRepository<>), typeof(Repository<>)) and AddSingleton(instance).
        var types = given.Select(TypeOf).OfType<TypeRef>().ToList();
        if (types.Count > 0)
            yield return new(types[0], types.Count > 1 ? types[1] : factory is null ? types[0] : Made(given, factory, code), lifetime, factory, call, RegistrationKind.Service) { IsInstance = factory is null && given.Count > types.Count };
        else if (given.Count > 0 && given[^1].Type is { } instance)
            yield return new(instance, instance, lifetime, null, call, RegistrationKind.Service) { IsInstance = true };
    }

    /// <summary>What a registration is given besides the collection and the key.</summary>
    private static List<Value> Given(Call call)
    {
        var key = KeyPosition(call.Method);
        var skipped = TakesCollection(call.Method) ? 1 : 0;
        return [.. call.Arguments.Where((_, i) => i >= skipped && i != key)];
    }

    private static IEnumerable<ServiceRegistration> Keyed(Call call, IEnumerable<ServiceRegistration> registrations) => KeyPosition(call.Method) is >= 0 and var key
        ? registrations.Select(r => r with { IsKeyed = true, Key = ValueWalk.Constant(call.Arguments[key]) })
        : registrations;

    /// <summary>The first parameter of type <c>object</c>, of the methods whose name says that there is a key.</summary>
    private static int KeyPosition(MethodRef method)
    {
        if (method.Name.Contains("Keyed", StringComparison.Ordinal))
            for (var i = 0; i < method.Parameters.Length; i++)
                if (method.Parameters[i].FullName == "System.Object")
                    return i;
        return -1;
    }

    private static IEnumerable<ServiceRegistration> One(Call call, Lifetime lifetime, RegistrationKind kind, CodeModel code)
    {
        if (call.Method.TypeArguments is not [var service, .. var rest])
            yield break;
        var factory = kind == RegistrationKind.HostedService ? Factory(call) : null;
        var implementation = rest.IsEmpty ? (factory is null ? service : Made([], factory, code) ?? service) : rest[0];
        yield return new(service, implementation, lifetime, factory, call, kind);
        if (!rest.IsEmpty)
            yield return new(implementation, implementation, lifetime, factory, call, kind);
    }

    private static IEnumerable<ServiceRegistration> FromDescriptor(Call call, CodeModel code) => call.Method.Name switch
    {
        "Singleton" => Service(call, Lifetime.Singleton, code),
        "Scoped" => Service(call, Lifetime.Scoped, code),
        "Transient" => Service(call, Lifetime.Transient, code),
        _ => [],
    };

    private static Lifetime? DeclaredLifetime(Call call)
    {
        for (var i = 0; i < call.Arguments.Count; i++)
            if (call.Method.Parameters[i].FullName == LifetimeEnum)
                return ValueWalk.Constant(call.Arguments[i]) switch { 0 => Lifetime.Singleton, 2 => Lifetime.Transient, 1 => Lifetime.Scoped, _ => null };
        return null;
    }

    private static SourceFunction? Factory(Call call) => call.Arguments.SelectMany(Dispatch.FunctionsOf).FirstOrDefault();

    /// <summary>What a factory makes, or the type of the instance that is handed over; null where it cannot be told.</summary>
    private static TypeRef? Made(IReadOnlyList<Value> given, SourceFunction? factory, CodeModel code)
    {
        var values = factory is null ? given : code.BodyOf(factory).Returns;
        var types = values.SelectMany(ValueWalk.Origins).Select(v => v is CallValue resolved ? Resolved(resolved) : v.Type).Distinct().ToList();
        return types is [{ } only] ? only : null;
    }

    /// <summary><c>sp => sp.GetRequiredService&lt;T&gt;()</c> forwards to T.</summary>
    private static TypeRef? Resolved(CallValue value) =>
        value.Call.Method is { Name: "GetRequiredService" or "GetService" or "CreateInstance" or "Resolve", TypeArguments: [var type] } ? type : value.Type;

    private static TypeRef? TypeOf(Value value) =>
        ValueWalk.Origins(value) is [CallValue { Call: { Method.Name: "GetTypeFromHandle", Arguments: [SymbolValue { Symbol: TypeRef type }] } }] ? type : null;
}
