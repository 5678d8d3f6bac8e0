using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ScaleFitness.Composing;
using ScaleFitness.Hosting.Reading;
using ScaleFitness.Model.Composition;

namespace ScaleFitness.Hosting.Running;

/// <summary>
/// Takes hold of the hosts that the app builds. The hosting library announces each as it is built: its registrations are
/// copied then, the server is replaced by one that does not listen, and hosted services are set aside.
/// </summary>
internal sealed class HostCapture(HostRequest request)
{
    private readonly Lazy<IReadOnlyList<IComposeApp>> _extensions = new(() => Extensions.In(request.Extensions));
    private readonly List<string> _notes = [];
    private IReadOnlyList<ServiceDescriptor> _services = [];
    private string _environment = request.Environment;

    /// <summary>The host that was built last, or null.</summary>
    public IHost? Host { get; private set; }

    /// <summary>Set when the host would serve.</summary>
    public ManualResetEventSlim Started { get; } = new();

    public IDisposable Hook() => HostingEvents.Listen(Building, host => Host = host);

    /// <summary>Reads the host. What cannot be read is noted.</summary>
    public ComposedHost Read(bool isComplete) => HostReader.Read(Host!.Services, _services, isComplete, _environment, _notes) with { App = Path.GetFileNameWithoutExtension(request.App) };

    private void Building(IHostBuilder builder)
    {
        foreach (var extension in _extensions.Value)
            extension.Compose(builder);
        if (request.Settings.Count > 0)
            builder.ConfigureAppConfiguration(c => c.AddInMemoryCollection(request.Settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))));
        builder.ConfigureServices((context, services) =>
        {
            _environment = context.HostingEnvironment.EnvironmentName;
            _services = [.. services];
            StillServices.Silence(services);
            services.AddSingleton<IHostedService>(new StartSignal(Started));
        });
    }

    /// <summary>Runs last of the hosted services: the pipeline has been built by then. It does not return, so that nothing runs after it.</summary>
    private sealed class StartSignal(ManualResetEventSlim started) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            started.Set();
            return Task.Delay(Timeout.Infinite, CancellationToken.None);
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
