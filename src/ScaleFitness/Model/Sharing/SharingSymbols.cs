namespace ScaleFitness.Model.Sharing;

/// <summary>Names of what instances share, or keep to themselves: a test resolves each against the framework or a package.</summary>
internal static class SharingSymbols
{
    public const string MemoryCaches = "Microsoft.Extensions.DependencyInjection.MemoryCacheServiceCollectionExtensions";
    public const string DistributedCache = "Microsoft.Extensions.Caching.Distributed.IDistributedCache";
    public const string DistributedCacheExtensions = "Microsoft.Extensions.Caching.Distributed.DistributedCacheExtensions";
    public const string MemoryDistributedCache = "Microsoft.Extensions.Caching.Distributed.MemoryDistributedCache";
    public const string OutputCaching = "Microsoft.Extensions.DependencyInjection.OutputCacheServiceCollectionExtensions";
    public const string OutputCacheStore = "Microsoft.AspNetCore.OutputCaching.IOutputCacheStore";
    public const string Views = "Microsoft.Extensions.DependencyInjection.MvcServiceCollectionExtensions";
    public const string Session = "Microsoft.AspNetCore.Http.ISession";
    public const string SessionExtensions = "Microsoft.AspNetCore.Http.SessionExtensions";
    public const string SessionStore = "Microsoft.AspNetCore.Session.ISessionStore";
    public const string AddsSession = "Microsoft.Extensions.DependencyInjection.SessionServiceCollectionExtensions";
    public const string UsesSession = "Microsoft.AspNetCore.Builder.SessionMiddlewareExtensions";
    public const string HubRoutes = "Microsoft.AspNetCore.Builder.HubEndpointRouteBuilderExtensions";
    public const string SignalR = "Microsoft.Extensions.DependencyInjection.SignalRDependencyInjectionExtensions";
    public const string SignalRBuilder = "Microsoft.AspNetCore.SignalR.ISignalRBuilder";
    public const string SignalRServerBuilder = "Microsoft.AspNetCore.SignalR.ISignalRServerBuilder";
    public const string HubLifetimeManager = "Microsoft.AspNetCore.SignalR.HubLifetimeManager`1";
    public const string HubClients = "Microsoft.AspNetCore.SignalR.IHubClients`1";
    public const string HubCallerContext = "Microsoft.AspNetCore.SignalR.HubCallerContext";
    public const string DataProtectionBuilder = "Microsoft.AspNetCore.DataProtection.IDataProtectionBuilder";
    public const string KeyManagementOptions = "Microsoft.AspNetCore.DataProtection.KeyManagement.KeyManagementOptions";
    public const string XmlRepository = "Microsoft.AspNetCore.DataProtection.Repositories.IXmlRepository";
    public const string DataProtectionProvider = "Microsoft.AspNetCore.DataProtection.IDataProtectionProvider";
    public const string ValidateAntiForgeryToken = "Microsoft.AspNetCore.Mvc.ValidateAntiForgeryTokenAttribute";
    public const string AutoValidateAntiforgeryToken = "Microsoft.AspNetCore.Mvc.AutoValidateAntiforgeryTokenAttribute";
    public const string DistributedSessionStore = "Microsoft.AspNetCore.Session.DistributedSessionStore";
    public const string SessionMiddleware = "Microsoft.AspNetCore.Session.SessionMiddleware";
    public const string SessionTempData = "Microsoft.AspNetCore.Mvc.ViewFeatures.SessionStateTempDataProvider";
    public const string Hub = "Microsoft.AspNetCore.SignalR.Hub";
    public const string DefaultHubLifetimeManager = "Microsoft.AspNetCore.SignalR.DefaultHubLifetimeManager`1";
    public const string FileSystemRepository = "Microsoft.AspNetCore.DataProtection.Repositories.FileSystemXmlRepository";
    public const string RegistryRepository = "Microsoft.AspNetCore.DataProtection.Repositories.RegistryXmlRepository";
    public const string DirectoryInfo = "System.IO.DirectoryInfo";
}
