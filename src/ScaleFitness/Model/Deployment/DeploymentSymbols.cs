namespace ScaleFitness.Model.Deployment;

/// <summary>Names of a proxy's types: a test resolves each against the package.</summary>
internal static class DeploymentSymbols
{
    public const string SessionAffinity = "Yarp.ReverseProxy.Configuration.SessionAffinityConfig";
}
