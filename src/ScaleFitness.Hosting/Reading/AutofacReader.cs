using System.Collections;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using ScaleFitness.Model.Composition;

namespace ScaleFitness.Hosting.Reading;

/// <summary>
/// Reads what an app registers with Autofac itself. Autofac may be missing or of any version: all is asked by name.
/// What came from the service collection is there too, and is left out.
/// </summary>
internal static class AutofacReader
{
    private const string Provider = "Autofac.Extensions.DependencyInjection.AutofacServiceProvider";
    private const string OpenGenerics = "Autofac.Features.OpenGenerics.OpenGenericRegistrationSource";
    private const string OrderKey = "__RegistrationOrder";
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    public static bool IsIn(IServiceProvider provider) => provider.GetType().FullName == Provider;

    /// <summary>The registrations beside the collection's, in Autofac's order, and the types that they make.</summary>
    public static IReadOnlyList<(ComposedService Service, Type? Makes)> Read(IServiceProvider provider, IReadOnlyList<ServiceDescriptor> services)
    {
        var registry = Get(Get(provider, "LifetimeScope"), "ComponentRegistry");
        var closed = ((IEnumerable)Get(registry, "Registrations")).Cast<object>().OrderBy(OrderOf).SelectMany(Closed);
        var open = ((IEnumerable)Get(registry, "Sources")).Cast<object>().Where(s => s.GetType().FullName == OpenGenerics).Reverse().SelectMany(Open);
        var collection = services.GroupBy(Shape).ToDictionary(g => g.Key, g => g.Count());
        var own = closed.Concat(open).Where(r => !IsTaken(collection, r)).Where(r => !IsAutofacs(r.Service) && !IsAutofacs(r.Limit)).ToList();
        return [.. own.Select((r, i) => (Composed(r, services.Count + i), r.IsReflection ? r.Limit : null))];
    }

    private static IEnumerable<Registration> Closed(object registration)
    {
        var activator = Get(registration, "Activator");
        var limit = (Type)Get(activator, "LimitType");
        var (isReflection, isInstance) = (activator.GetType().Name == "ReflectionActivator", activator.GetType().Name == "ProvidedInstanceActivator");
        var factory = isReflection || isInstance ? null : Factories.Behind(activator, limit);
        foreach (var service in ((IEnumerable)Get(registration, "Services")).Cast<object>())
            if (Property(service.GetType(), "ServiceType")?.GetValue(service) is Type type)
                yield return new(type, limit, LifetimeOf(Get(registration, "Sharing"), Get(registration, "Lifetime")), service.GetType().Name, KeyOf(service)) { IsReflection = isReflection, IsInstance = isInstance, Factory = factory };
    }

    private static IEnumerable<Registration> Open(object source)
    {
        var data = Get(source, "_registrationData");
        var limit = (Type)Get(Get(source, "_activatorData"), "ImplementationType");
        foreach (var service in ((IEnumerable)Get(data, "Services")).Cast<object>())
            if (Property(service.GetType(), "ServiceType")?.GetValue(service) is Type type)
                yield return new(type, limit, LifetimeOf(Get(data, "Sharing"), Get(data, "Lifetime")), service.GetType().Name, KeyOf(service)) { IsReflection = true };
    }

    private static bool IsAutofacs(Type type) => type.Assembly.GetName().Name?.StartsWith("Autofac", StringComparison.Ordinal) == true;

    private static bool IsTaken(Dictionary<(Type, Type, Lifetime, bool), int> collection, Registration registration)
    {
        var shape = (registration.Service, registration.Limit, registration.Lifetime, registration.IsKeyed);
        if (!collection.TryGetValue(shape, out var left) || left == 0)
            return false;
        collection[shape] = left - 1;
        return true;
    }

    /// <summary>As Autofac sees what it takes over: of a factory it knows the service alone.</summary>
    private static (Type, Type, Lifetime, bool) Shape(ServiceDescriptor service) => (
        service.ServiceType,
        (service.IsKeyedService ? service.KeyedImplementationType ?? service.KeyedImplementationInstance?.GetType() : service.ImplementationType ?? service.ImplementationInstance?.GetType()) ?? service.ServiceType,
        service.Lifetime switch { ServiceLifetime.Singleton => Lifetime.Singleton, ServiceLifetime.Scoped => Lifetime.Scoped, _ => Lifetime.Transient },
        service.IsKeyedService);

    private static ComposedService Composed(Registration registration, int order) => new(
        order,
        HostTypes.Of(registration.Service),
        registration.IsReflection ? HostTypes.Of(registration.Limit) : null,
        registration.Factory,
        registration.IsInstance ? HostTypes.Of(registration.Limit) : null,
        registration.Lifetime,
        registration.IsKeyed,
        ServiceReader.KeyOf(registration.Key))
    {
        Made = registration is { IsReflection: false, IsInstance: false } ? HostTypes.Of(registration.Limit) : null,
        IsDecorator = registration.Kind == "DecoratorService",
    };

    private static Lifetime LifetimeOf(object sharing, object lifetime) =>
        sharing.ToString() != "Shared" ? Lifetime.Transient : lifetime.GetType().Name == "RootScopeLifetime" ? Lifetime.Singleton : Lifetime.Scoped;

    private static object? KeyOf(object service) => Property(service.GetType(), "ServiceKey")?.GetValue(service);

    private static long OrderOf(object registration) =>
        ((IDictionary<string, object?>)Get(registration, "Metadata")).TryGetValue(OrderKey, out var order) && order is long at ? at : 0;

    private static object Get(object holder, string name) =>
        Property(holder.GetType(), name)?.GetValue(holder) ?? Fields(holder.GetType()).FirstOrDefault(f => f.Name == name)?.GetValue(holder)
        ?? throw new MissingMemberException(holder.GetType().FullName, name);

    private static PropertyInfo? Property(Type type, string name) =>
        type.GetProperty(name, Any) ?? type.GetInterfaces().Select(i => i.GetProperty(name)).FirstOrDefault(p => p is not null);

    private static IEnumerable<FieldInfo> Fields(Type type)
    {
        for (var current = type; current is not null; current = current.BaseType)
            foreach (var field in current.GetFields(Any | BindingFlags.DeclaredOnly))
                yield return field;
    }

    private sealed record Registration(Type Service, Type Limit, Lifetime Lifetime, string Kind, object? Key)
    {
        public bool IsKeyed => Kind == "KeyedService";

        public bool IsReflection { get; init; }

        public bool IsInstance { get; init; }

        public HostMethod? Factory { get; init; }
    }
}
