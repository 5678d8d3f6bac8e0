using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Routing;

/// <summary>Endpoints for those who run the app: a probe that is refused under load takes a healthy instance down.</summary>
internal static class OperationalRoutes
{
    private static readonly HashSet<string> Last = new(StringComparer.OrdinalIgnoreCase)
    {
        "health", "healthz", "healthcheck", "health-check", "healthchecks", "hc", "live", "livez", "liveness", "alive", "ready", "readyz", "readiness",
        "startupz", "ping", "heartbeat", "metrics", "openapi", "openapi.json", "swagger", "swagger.json", "favicon.ico", "robots.txt",
    };

    private static readonly HashSet<string> Anywhere = new(StringComparer.OrdinalIgnoreCase) { "health", "healthz", "swagger", "openapi", "metrics" };

    public static bool Is(string route)
    {
        var segments = route.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return segments.Length > 0 && (Last.Contains(segments[^1]) || Anywhere.Contains(segments[0]));
    }

    /// <summary>A handler that only sends the caller elsewhere costs no more than refusing it would.</summary>
    public static bool IsRedirect(FunctionBody handler) =>
        handler.Calls.Count > 0 && handler.Awaits.Count == 0 && handler.FieldWrites.Count == 0
        && handler.Calls.All(c => c.Method.DeclaringType.FullName is "Microsoft.AspNetCore.Http.Results" or "Microsoft.AspNetCore.Http.TypedResults"
            && c.Method.Name is "Redirect" or "LocalRedirect" or "RedirectToRoute" && c.Arguments.All(a => ValueWalk.Origins(a).All(o => o is ConstantValue)));

    /// <summary>A controller by its name or its route.</summary>
    public static bool Is(TypeDefinition controller)
    {
        var name = controller.Reference.Name;
        if (name.EndsWith("Controller", StringComparison.Ordinal) && Last.Contains(name[..^"Controller".Length]))
            return true;
        return controller.Attributes.Any(a => a.Type.FullName == RoutingSymbols.RouteAttribute && a.Arguments is [string template, ..] && Is(template));
    }

    /// <summary>An action by the route of its own that an attribute gives it.</summary>
    public static bool Is(MethodDefinition action, CompiledProgram program) =>
        action.Attributes.Any(a => a.Arguments is [string template, ..] && Is(template)
            && (a.Type.FullName == RoutingSymbols.RouteAttribute || program.Derives(a.Type, RoutingSymbols.HttpMethodAttribute)));
}
