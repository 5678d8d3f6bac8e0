namespace ScaleFitness.Model.Services;

/// <summary>Well-known types of dependency injection, and library services that their libraries register as scoped.</summary>
internal static class ServiceSymbols
{
    public const string Provider = "System.IServiceProvider";
    public const string WebApplication = "Microsoft.AspNetCore.Builder.WebApplication";
    public const string Host = "Microsoft.Extensions.Hosting.IHost";
    public const string WebHost = "Microsoft.AspNetCore.Hosting.IWebHost";
    public const string ApplicationBuilder = "Microsoft.AspNetCore.Builder.IApplicationBuilder";
    public const string RouteBuilder = "Microsoft.AspNetCore.Routing.IEndpointRouteBuilder";
    public const string Enumerable = "System.Collections.Generic.IEnumerable`1";
    public const string ActivatorConstructor = "Microsoft.Extensions.DependencyInjection.ActivatorUtilitiesConstructorAttribute";
    public const string FromKeyed = "Microsoft.Extensions.DependencyInjection.FromKeyedServicesAttribute";
    public const string OptionsSnapshot = "Microsoft.Extensions.Options.IOptionsSnapshot`1";
    public const string UserManager = "Microsoft.AspNetCore.Identity.UserManager`1";
    public const string SignInManager = "Microsoft.AspNetCore.Identity.SignInManager`1";
    public const string RoleManager = "Microsoft.AspNetCore.Identity.RoleManager`1";
    public const string PublishEndpoint = "MassTransit.IPublishEndpoint";
    public const string Resolutions = "Autofac.ResolutionExtensions";
    public const string HostedService = "Microsoft.Extensions.Hosting.IHostedService";
    public const string DbContext = "Microsoft.EntityFrameworkCore.DbContext";
    public const string SendEndpointProvider = "MassTransit.ISendEndpointProvider";

    /// <summary>The assembly whose code makes decorators; not the name of a type.</summary>
    public static string Decorations => "Scrutor";

    /// <summary>The assembly of another container; not the name of a type.</summary>
    public static string OtherContainer => "Autofac";

    /// <summary>The assembly whose code makes typed clients; not the name of a type.</summary>
    public static string HttpClients => "Microsoft.Extensions.Http";
}
