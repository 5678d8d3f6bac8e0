using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Services;

/// <summary>The calls that wire the app together: on the service collection, the endpoint routes, the pipeline, and timers.</summary>
internal static class Wiring
{
    public static IReadOnlyList<Call> Read(CodeModel code, CallIndex index)
    {
        var browser = BrowserCode.Mains(code);
        var functions = index.Calling(IsWiring, IsWiring).Where(f => !browser.Contains(f.Owner)).OrderBy(f => f.Owner.DisplayName, StringComparer.Ordinal).ToList();
        return [.. functions.SelectMany(f => code.BodyOf(f).Calls).Where(c => IsWiring(c.Method))];
    }

    /// <summary>By name first: bodies without such a name are not looked into.</summary>
    private static bool IsWiring(string name) =>
        name.StartsWith("Add", StringComparison.Ordinal) || name.StartsWith("TryAdd", StringComparison.Ordinal)
        || name.StartsWith("Map", StringComparison.Ordinal) || name.StartsWith("Use", StringComparison.Ordinal)
        || name.StartsWith("Register", StringComparison.Ordinal)
        || name is "Run" or "Scan" or "Decorate" or "TryDecorate" or "Timer" or "add_Elapsed" or "Singleton" or "Scoped" or "Transient";

    private static bool IsWiring(MethodRef method)
    {
        if (method.DeclaringType.FullName is "System.Threading.Timer" or "System.Timers.Timer" or "Microsoft.Extensions.DependencyInjection.ServiceDescriptor")
            return true;
        if (method.Name is "Scan" or "RegisterAssemblyTypes" or "RegisterAssemblyModules" or "FromAssemblyOf" or "AddClasses")
            return true;
        if (method.DeclaringType.FullName == "Microsoft.AspNetCore.Http.EndpointFilterExtensions")
            return true;
        return IsWired(method.DeclaringType) || method.Parameters.Any(IsWired) || method.Name.StartsWith("Add", StringComparison.Ordinal) && IsWired(method.ReturnType);
    }

    private static bool IsWired(TypeRef type) => type.FullName is
        "Microsoft.Extensions.DependencyInjection.IServiceCollection" or "Autofac.ContainerBuilder" or "Microsoft.AspNetCore.Routing.IEndpointRouteBuilder" or "Microsoft.AspNetCore.Routing.RouteGroupBuilder"
        or "Microsoft.AspNetCore.Builder.IApplicationBuilder" or "Microsoft.AspNetCore.Builder.WebApplication" or "Microsoft.AspNetCore.Builder.IEndpointConventionBuilder"
        or "Microsoft.AspNetCore.Builder.RouteHandlerBuilder" or "Microsoft.Extensions.DependencyInjection.IHttpClientBuilder" or "Microsoft.Extensions.Hosting.IHostBuilder";
}
