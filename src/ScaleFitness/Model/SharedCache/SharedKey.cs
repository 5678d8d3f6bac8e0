namespace ScaleFitness.Model.SharedCache;

/// <summary>A key of a shared store as the code makes it.</summary>
/// <param name="Text">Its text, with a mark for each part that is not known: equal texts are equal keys.</param>
/// <param name="IsConstant">Whether all of it is written down in the code.</param>
/// <param name="IsByTime">Whether what is not written down is the date or time: the same for all requests of the moment.</param>
public sealed record SharedKey(string Text, bool IsConstant, bool IsByTime)
{
    /// <summary>What a person would call it: what is written down of it.</summary>
    public string Display
    {
        get
        {
            var shown = System.Text.RegularExpressions.Regex.Replace(Text, "‹[^›]*›", "…");
            return shown.Length == 0 ? "…" : shown;
        }
    }
}
