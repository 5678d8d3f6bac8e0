using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using ScaleFitness.Model.Composition;

namespace ScaleFitness.Hosting.Reading;

/// <summary>Reads which constructor the container chooses for each registered type, and asks it whether it has what that takes. Nothing is made.</summary>
internal sealed class ConstructionReader(IServiceProvider provider)
{
    private readonly IServiceProviderIsService? _services = provider.GetService<IServiceProviderIsService>();
    private readonly IServiceProviderIsKeyedService? _keyed = provider.GetService<IServiceProviderIsKeyedService>();

    /// <param name="implementations">The types that the container makes.</param>
    public IReadOnlyList<ComposedConstruction> Read(IEnumerable<Type> implementations) => [.. implementations.Distinct().Select(Read).OfType<ComposedConstruction>()];

    /// <summary>Null for a type with a missing assembly in a signature: the others are read.</summary>
    private ComposedConstruction? Read(Type type)
    {
        try
        {
            var candidates = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).Select(c => (Constructor: c, Parameters: (IReadOnlyList<ComposedParameter>)[.. c.GetParameters().Select(Read)])).ToList();
            if (candidates.Count == 0)
                return null;
            var feeds = candidates.Where(c => c.Parameters.All(p => !p.IsMissing || p.HasDefault)).ToList();
            var (constructor, parameters) = feeds.Count > 0 ? feeds[0] : candidates[0];
            var isDisposable = typeof(IDisposable).IsAssignableFrom(type) || typeof(IAsyncDisposable).IsAssignableFrom(type);
            return parameters.Count == 0 && !isDisposable ? null : new(HostTypes.Of(type), HostTypes.Of(constructor, type), parameters) { IsDisposable = isDisposable };
        }
        catch (Exception e) when (e is FileNotFoundException or FileLoadException or TypeLoadException or MissingMemberException or BadImageFormatException)
        {
            return null;
        }
    }

    private ComposedParameter Read(ParameterInfo parameter)
    {
        var isKey = parameter.IsDefined(typeof(ServiceKeyAttribute));
        var keyed = parameter.GetCustomAttribute<FromKeyedServicesAttribute>();
        var isMissing = !isKey && !parameter.ParameterType.ContainsGenericParameters && !IsThere(parameter.ParameterType, keyed);
        return new(parameter.Name ?? "", HostTypes.Of(parameter.ParameterType), keyed is not null, ServiceReader.KeyOf(keyed?.Key), isKey || parameter.HasDefaultValue, isMissing);
    }

    private bool IsThere(Type type, FromKeyedServicesAttribute? keyed) =>
        keyed?.Key is { } key ? _keyed?.IsKeyedService(type, key) ?? true
        // A null key, or one that is inherited, is the taker's own affair.
        : keyed is not null || (_services?.IsService(type) ?? true);
}
