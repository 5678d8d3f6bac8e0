using Microsoft.Extensions.Hosting;

namespace ScaleFitness.Hosting;

/// <summary>
/// Adds to the app's builder before the kit composes it: a public class in the test assembly, with a parameterless
/// constructor, that implements this is found and called. It may replace a service that cannot be made without its
/// surroundings, or lay a setting over the app's.
/// </summary>
public interface IComposeApp
{
    /// <summary>Called once for each host that the app builds, after the app's own configuration and before its container is made.</summary>
    /// <param name="builder">The app's builder.</param>
    void Compose(IHostBuilder builder);
}
