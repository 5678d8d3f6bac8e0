namespace ScaleFitness.Model.Settings;

/// <summary>What a value of the code is set to.</summary>
/// <param name="Text">The text, or null where only the deployment knows it.</param>
/// <param name="Key">The configuration key that it is read from, or null for a literal.</param>
/// <param name="Setting">The setting behind the key, or null where no file has it, or the text is a literal.</param>
public sealed record ConfiguredText(string? Text, string? Key, Setting? Setting);
