namespace ScaleFitness.Model.Deployment;

/// <summary>A file that says how the app is run: Kubernetes, Compose, Helm, Bicep, ARM, Terraform, a Dockerfile.</summary>
/// <param name="Path">Its path relative to the repository.</param>
/// <param name="FullPath">Where it is.</param>
/// <param name="Lines">Its text.</param>
public sealed record DeploymentFile(string Path, string FullPath, IReadOnlyList<string> Lines)
{
    /// <summary>Its extension, small, with the dot; empty for a Dockerfile.</summary>
    public string Extension => System.IO.Path.GetExtension(Path).ToLowerInvariant();
}
