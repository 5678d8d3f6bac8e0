namespace ScaleFitness.Model.Deployment;

/// <summary>A value of a YAML file with the keys above it.</summary>
/// <param name="Keys">The keys from the top to its own; items of lists add none.</param>
/// <param name="Value">The text, without quotes.</param>
/// <param name="Line">Its line, counted from one.</param>
/// <param name="Column">The column where its key, or the item, begins.</param>
/// <param name="Block">A number that all values of one mapping share, across the files' documents.</param>
internal sealed record YamlEntry(IReadOnlyList<string> Keys, string Value, int Line, int Column, int Block)
{
    public string Key => Keys.Count > 0 ? Keys[^1] : "";

    public bool IsBelow(string key) => Keys.Take(Keys.Count - 1).Contains(key, StringComparer.Ordinal);
}
