using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace ScaleFitness.Hosting.Running;

/// <summary>A server that gets the pipeline and does not listen.</summary>
internal sealed class StillServer : IServer
{
    /// <summary>What would have served: the framework's application, whose one delegate is the pipeline.</summary>
    public object? Application { get; private set; }

    /// <inheritdoc />
    public IFeatureCollection Features { get; } = new FeatureCollection();

    public static void Replace(IServiceCollection services, Type server)
    {
        for (var i = services.Count - 1; i >= 0; i--)
            if (services[i].ServiceType == server)
                services.RemoveAt(i);
        services.AddSingleton<IServer, StillServer>();
    }

    /// <inheritdoc />
    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull
    {
        Application = application;
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public void Dispose()
    {
    }
}
