namespace ScaleFitness.Model.Composition;

/// <summary>A setting of the composed app. Its text is not told: it may be a secret.</summary>
/// <param name="Key">The key: <c>ConnectionStrings:Shop</c>.</param>
/// <param name="IsLocal">Whether its text leads to the machine itself.</param>
public sealed record ComposedSetting(string Key, bool IsLocal);
