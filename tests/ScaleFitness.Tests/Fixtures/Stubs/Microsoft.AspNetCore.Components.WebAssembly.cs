using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Components.WebAssembly.Hosting;

public sealed class WebAssemblyHostBuilder
{
    public IServiceCollection Services { get; } = new ServiceCollection();

    public static WebAssemblyHostBuilder CreateDefault(string[]? args = null) => new();

    public WebAssemblyHost Build() => new();
}

public sealed class WebAssemblyHost
{
    public Task RunAsync() => Task.CompletedTask;
}
