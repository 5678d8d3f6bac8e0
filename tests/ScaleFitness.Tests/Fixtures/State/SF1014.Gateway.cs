using Yarp.ReverseProxy.Configuration;

// A proxy of the app's own, bound in its settings and in code.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddReverseProxy().LoadFromMemory(Clusters.All());
var app = builder.Build();
app.MapGet("/", () => "gateway");
app.Run();

public static class Clusters
{
    public static IReadOnlyList<ClusterConfig> All() =>
    [
        Bound(),
        new ClusterConfig { ClusterId = "api", SessionAffinity = new SessionAffinityConfig { Enabled = false, AffinityKeyName = "none" } },
        new ClusterConfig { ClusterId = "static" },
    ];

    private static ClusterConfig Bound()
    {
        var affinity = new SessionAffinityConfig { Enabled = true, Policy = "Cookie", AffinityKeyName = "shop" }; // finding SF1014 MEDIUM @high
        return new ClusterConfig { ClusterId = "shop", SessionAffinity = affinity };
    }
}
