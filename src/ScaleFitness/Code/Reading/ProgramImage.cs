using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace ScaleFitness.Code.Reading;

/// <summary>Looks into an assembly without loading it. What is wrong with one is for the analysis to say: here it is simply none.</summary>
internal static class ProgramImage
{
    /// <summary>Whether it is a program, not a library.</summary>
    public static bool HasEntryPoint(string path) => Ask(path, image => image.PEHeaders.CorHeader?.EntryPointTokenOrRelativeVirtualAddress > 0);

    /// <summary>Whether it uses a library that builds hosts.</summary>
    public static bool ReferencesHosting(string path) => Ask(path, image =>
        image.HasMetadata && image.GetMetadataReader() is var metadata && metadata.AssemblyReferences
            .Select(r => metadata.GetString(metadata.GetAssemblyReference(r).Name))
            .Any(n => n.StartsWith("Microsoft.Extensions.Hosting", StringComparison.Ordinal) || n.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)));

    private static bool Ask(string path, Func<PEReader, bool> question)
    {
        if (!File.Exists(path))
            return false;
        try
        {
            using var file = File.OpenRead(path);
            using var image = new PEReader(file);
            return question(image);
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }
}
