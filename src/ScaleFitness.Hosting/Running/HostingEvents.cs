using System.Diagnostics;
using Microsoft.Extensions.Hosting;

namespace ScaleFitness.Hosting.Running;

/// <summary>The events by which the hosting library lets tools take part: the ones that EF Core's tools and <c>WebApplicationFactory</c> listen to.</summary>
internal static class HostingEvents
{
    private const string Source = "Microsoft.Extensions.Hosting";

    public static IDisposable Listen(Action<IHostBuilder> building, Action<IHost> built) =>
        DiagnosticListener.AllListeners.Subscribe(new Observer<DiagnosticListener>(source =>
        {
            if (source.Name == Source)
                source.Subscribe(new Observer<KeyValuePair<string, object?>>(e =>
                {
                    if (e is { Key: "HostBuilding", Value: IHostBuilder builder })
                        building(builder);
                    else if (e is { Key: "HostBuilt", Value: IHost host })
                        built(host);
                }));
        }));

    private sealed class Observer<T>(Action<T> next) : IObserver<T>
    {
        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void OnNext(T value) => next(value);
    }
}
