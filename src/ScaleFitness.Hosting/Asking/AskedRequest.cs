using System.IO.Pipelines;
using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Features.Authentication;
using Microsoft.AspNetCore.Routing;
using ScaleFitness.Model.Composition;

namespace ScaleFitness.Hosting.Asking;

/// <summary>The parts of a request that say who sends it, each of which notes that it is asked.</summary>
internal sealed class AskedRequest(Caller caller, IServiceProvider services) :
    IHttpRequestFeature, IQueryFeature, IRequestCookiesFeature, IFormFeature, IRouteValuesFeature, IHttpConnectionFeature,
    IHttpAuthenticationFeature, IItemsFeature, IServiceProvidersFeature, IHttpRequestIdentifierFeature, IRequestBodyPipeFeature
{
    /// <summary>Names under which routes say whose data is asked for.</summary>
    private static readonly string[] TenantParts = ["tenant", "tenantId", "tenantSlug", "tenantKey", "org", "orgId", "organization", "organizationId", "company", "companyId", "account", "accountId", "customerId", "userId", "id"];

    private readonly AskedValues _headers = new(caller, CallerFactKind.Header);

    /// <summary>A request of the caller's that nobody sends.</summary>
    public static DefaultHttpContext Of(Caller caller, IServiceProvider services)
    {
        var request = new AskedRequest(caller, services);
        var features = new FeatureCollection();
        foreach (var feature in typeof(AskedRequest).GetInterfaces())
            features[feature] = request;
        features.Set<IHttpResponseFeature>(new HttpResponseFeature());
        features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(Stream.Null));
        var context = new DefaultHttpContext(features);
        context.SetEndpoint(new Endpoint(_ => Task.CompletedTask, new(), "asked by the kit"));
        return context;
    }

    public string Protocol { get; set; } = "HTTP/1.1";

    public string Scheme { get; set; } = "https";

    public string Method { get; set; } = "GET";

    public string PathBase { get; set; } = "";

    public string Path { get; set; } = "/";

    public string QueryString { get; set; } = "";

    public string RawTarget { get; set; } = "/";

    public IHeaderDictionary Headers
    {
        get => _headers;
        set { }
    }

    public Stream Body
    {
        get => new MemoryStream(Noted("{}"u8.ToArray()));
        set { }
    }

    public PipeReader Reader => PipeReader.Create(Body);

    public IQueryCollection Query
    {
        get => new AskedValues(caller, CallerFactKind.Query);
        set { }
    }

    public IRequestCookieCollection Cookies
    {
        get => new AskedValues(caller, CallerFactKind.Cookie);
        set { }
    }

    public bool HasFormContentType => caller.IsFull;

    public IFormCollection? Form
    {
        get => new AskedValues(caller, CallerFactKind.Form);
        set { }
    }

    public IFormCollection ReadForm() => Form!;

    public Task<IFormCollection> ReadFormAsync(CancellationToken cancellationToken) => Task.FromResult(Form!);

    public RouteValueDictionary RouteValues
    {
        get => caller.Answer(CallerFactKind.Route, "") is { } part ? new(TenantParts.Select(name => KeyValuePair.Create(name, (object?)part))) : [];
        set { }
    }

    public string ConnectionId
    {
        get => caller.Answer(CallerFactKind.Connection, "") ?? "";
        set { }
    }

    public IPAddress? RemoteIpAddress
    {
        get => IPAddress.Parse(caller.Answer(CallerFactKind.Address, "")!);
        set { }
    }

    public IPAddress? LocalIpAddress { get; set; } = IPAddress.Loopback;

    public int RemotePort { get; set; } = 50_000;

    public int LocalPort { get; set; } = 443;

    public ClaimsPrincipal? User
    {
        get => new AskedUser(caller);
        set { }
    }

    public IDictionary<object, object?> Items
    {
        get
        {
            caller.Note(CallerFactKind.Other, "items of the request");
            return new ItemsFeature().Items;
        }
        set { }
    }

    public IServiceProvider RequestServices
    {
        get => new AskedServices(caller, services);
        set { }
    }

    /// <summary>Another one for each request, as it would be.</summary>
    public string TraceIdentifier { get; set; } = Guid.NewGuid().ToString("N");

    private byte[] Noted(byte[] body)
    {
        caller.Note(CallerFactKind.Body, "");
        return body;
    }
}
