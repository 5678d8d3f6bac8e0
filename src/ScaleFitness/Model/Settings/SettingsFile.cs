namespace ScaleFitness.Model.Settings;

/// <summary>A file of settings: <c>appsettings.json</c> or one for an environment.</summary>
/// <param name="Path">Its path relative to the repository, or its name where it lies outside.</param>
/// <param name="Name">Its name.</param>
/// <param name="Assembly">The app's assembly that reads it.</param>
/// <param name="Settings">What it says, in the order of the text.</param>
/// <param name="Problem">Why it could not be read, or null.</param>
public sealed record SettingsFile(string Path, string Name, string Assembly, IReadOnlyList<Setting> Settings, string? Problem)
{
    /// <summary>The environment that a deployed app runs in unless somebody says otherwise.</summary>
    public const string Production = "Production";

    /// <summary>The name that every environment reads.</summary>
    public const string BaseName = "appsettings.json";

    /// <summary>The environment it is for; empty for the one that all read.</summary>
    public string Environment => Name.Length <= BaseName.Length ? "" : Name["appsettings.".Length..^".json".Length];

    /// <summary>Whether a deployed app reads it.</summary>
    public bool IsForProduction => Environment.Length == 0 || Environment.Equals(Production, StringComparison.OrdinalIgnoreCase);
}
