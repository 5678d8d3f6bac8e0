using Microsoft.Extensions.DependencyInjection;

namespace ScaleFitness.Hosting.Reading;

/// <summary>Finds what stands behind a service: by its registration where that says so, and by making it where a factory knows.</summary>
internal sealed class Behind(IServiceProvider provider, IReadOnlyList<ServiceDescriptor> services)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    /// <summary>The last registration, which answers; null without one.</summary>
    public ServiceDescriptor? Registration(string service) => services.LastOrDefault(s => !s.IsKeyedService && s.ServiceType.FullName == service);

    /// <summary>The type of what is handed out; null without a registration.</summary>
    public Type? TypeOf(string service) =>
        Registration(service) is { } found ? found.ImplementationType ?? found.ImplementationInstance?.GetType() ?? Made(found)?.GetType() : null;

    /// <summary>What is handed out; null without a registration.</summary>
    public object? ObjectOf(string service) => Registration(service) is { } found ? found.ImplementationInstance ?? Made(found) : null;

    /// <summary>Options by their type, which is looked for among the services: no library needs to be referred to. Null where nobody configures them.</summary>
    public object? Options(string type)
    {
        var options = services.Where(s => s.ServiceType is { IsConstructedGenericType: true, Name: "IConfigureOptions`1" or "IPostConfigureOptions`1" }).Select(s => s.ServiceType.GetGenericArguments()[0]).FirstOrDefault(t => t.FullName == type);
        if (options is null)
            return null;
        var service = typeof(Microsoft.Extensions.Options.IOptions<>).MakeGenericType(options);
        return Patience.Of(() => provider.GetService(service) is { } made ? service.GetProperty("Value")!.GetValue(made, System.Reflection.BindingFlags.DoNotWrapExceptions, null, null, null) : null, Limit);
    }

    private object? Made(ServiceDescriptor service) => Patience.Of(
        () =>
        {
            // Nothing that was made is disposed: some disposals connect.
            var scope = service.Lifetime == ServiceLifetime.Singleton ? provider : provider.CreateScope().ServiceProvider;
            return scope.GetService(service.ServiceType);
        },
        Limit);
}
