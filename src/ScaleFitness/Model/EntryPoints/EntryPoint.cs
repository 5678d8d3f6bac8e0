using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.EntryPoints;

/// <summary>What sets code in motion.</summary>
public enum EntryPointKind
{
    /// <summary>A controller's action.</summary>
    ControllerAction,

    /// <summary>A minimal API's handler.</summary>
    MinimalApi,

    /// <summary>A Razor Page's handler.</summary>
    RazorPage,

    /// <summary>A SignalR hub's method.</summary>
    Hub,

    /// <summary>A gRPC service's method.</summary>
    Grpc,

    /// <summary>Middleware.</summary>
    Middleware,

    /// <summary>An MVC or endpoint filter, or another extension point that ASP.NET Core calls during a request.</summary>
    Filter,

    /// <summary>A factory that the container runs for scoped and transient services.</summary>
    Factory,

    /// <summary>A hosted service.</summary>
    HostedService,

    /// <summary>A consumer of messages.</summary>
    Consumer,

    /// <summary>A scheduled job.</summary>
    Job,

    /// <summary><c>Main</c>, top-level statements, <c>Startup</c>.</summary>
    StartUp,
}

/// <summary>When an entry point runs.</summary>
public enum EntryPointCategory
{
    /// <summary>On a request.</summary>
    Request,

    /// <summary>In the background, without a request.</summary>
    Background,

    /// <summary>Once, when the app starts.</summary>
    StartUp,
}

/// <summary>Where a run of the app's code starts.</summary>
/// <param name="Kind">What sets it in motion.</param>
/// <param name="Function">The function that runs.</param>
/// <param name="Type">The type whose instance is made for it, or null.</param>
/// <param name="Registration">The call that maps it, or null where conventions find it.</param>
/// <param name="Description">How people name it: <c>GET /orders</c>, <c>OrdersController.List</c>.</param>
public sealed record EntryPoint(EntryPointKind Kind, SourceFunction Function, TypeDefinition? Type, Call? Registration, string Description)
{
    /// <summary>When it runs.</summary>
    public EntryPointCategory Category => Kind switch
    {
        EntryPointKind.HostedService or EntryPointKind.Consumer or EntryPointKind.Job => EntryPointCategory.Background,
        EntryPointKind.StartUp => EntryPointCategory.StartUp,
        _ => EntryPointCategory.Request,
    };

    /// <summary>Whether clients call it over HTTP by a route of its own.</summary>
    public bool IsEndpoint => Kind is EntryPointKind.ControllerAction or EntryPointKind.MinimalApi or EntryPointKind.RazorPage or EntryPointKind.Hub or EntryPointKind.Grpc;
}
