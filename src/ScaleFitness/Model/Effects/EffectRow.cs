namespace ScaleFitness.Model.Effects;

/// <summary>Methods of a library type with one effect. Each is resolved against the framework, a package or a stub by a test.</summary>
/// <param name="Type">Full metadata name; types that derive from it count as well.</param>
/// <param name="Kind">What they reach.</param>
/// <param name="IsWrite">Whether they change something there.</param>
/// <param name="Methods">Names; one that ends with <c>*</c> is a beginning.</param>
public sealed record EffectRow(string Type, EffectKind Kind, bool IsWrite, params string[] Methods)
{
    /// <summary>Whether the row speaks of a method of that name.</summary>
    public bool Names(string method)
    {
        foreach (var name in Methods)
            if (name[^1] == '*' ? method.AsSpan().StartsWith(name.AsSpan(0, name.Length - 1), StringComparison.Ordinal) : method == name)
                return true;
        return false;
    }
}
