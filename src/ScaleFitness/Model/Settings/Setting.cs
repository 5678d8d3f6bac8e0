using ScaleFitness.Findings;

namespace ScaleFitness.Model.Settings;

/// <summary>One value of a settings file.</summary>
/// <param name="Key">Its key as configuration knows it: <c>ConnectionStrings:Shop</c>; items of arrays by their number.</param>
/// <param name="Text">Its value as text; null where it is null.</param>
/// <param name="File">The file's name: <c>appsettings.Production.json</c>.</param>
/// <param name="Assembly">The app's assembly that reads it.</param>
/// <param name="Location">Where it stands.</param>
public sealed record Setting(string Key, string? Text, string File, string Assembly, SourceLocation Location)
{
    /// <summary>
    /// The member that findings about it name, without the key, which is their subject: <c>S:appsettings.json</c>. By the
    /// file's name alone: the same whether the file was read in its project or beside the assembly.
    /// </summary>
    public string Member => "S:" + File;

    /// <summary>Whether configuration takes two keys for the same.</summary>
    public bool Has(string key) => string.Equals(Key, key, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it stands in that section, at whatever depth.</summary>
    public bool IsIn(string section) => Key.StartsWith(section + ":", StringComparison.OrdinalIgnoreCase);
}
