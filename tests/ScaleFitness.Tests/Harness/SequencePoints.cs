using System.Reflection.Metadata;

namespace ScaleFitness.Tests.Harness;

/// <summary>Reads from a portable PDB where statements begin, so that a marker which no finding can ever meet is noticed.</summary>
internal static class SequencePoints
{
    /// <summary>Every line that a visible sequence point begins on, with its file's name.</summary>
    public static IReadOnlySet<(string File, int Line)> Of(string assembly)
    {
        using var provider = MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(Path.ChangeExtension(assembly, ".pdb")));
        var reader = provider.GetMetadataReader();
        return reader.MethodDebugInformation
            .SelectMany(handle => reader.GetMethodDebugInformation(handle).GetSequencePoints())
            .Where(point => !point.IsHidden)
            .Select(point => (Path.GetFileName(reader.GetString(reader.GetDocument(point.Document).Name)), point.StartLine))
            .ToHashSet();
    }
}
