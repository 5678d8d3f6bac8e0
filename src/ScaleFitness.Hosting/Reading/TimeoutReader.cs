using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ScaleFitness.Model.Composition;

namespace ScaleFitness.Hosting.Reading;

/// <summary>Reads the server's own time limits on requests.</summary>
internal static class TimeoutReader
{
    public static ComposedTimeouts? Read(IServiceProvider provider) =>
        provider.GetService<IOptions<RequestTimeoutOptions>>()?.Value is { } options
            ? new(options.DefaultPolicy?.Timeout is { } limit && limit > TimeSpan.Zero ? limit.TotalSeconds : null, [.. options.Policies.Keys.Order(StringComparer.Ordinal)])
            : null;
}
