using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace ScaleFitness.Tests.Harness;

/// <summary>Reads which assemblies an assembly refers to.</summary>
internal static class AssemblyReferences
{
    /// <summary>Whether the file holds .NET metadata.</summary>
    public static bool IsManaged(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        return file.HasMetadata;
    }

    /// <summary>The simple names of what the assembly refers to.</summary>
    public static IReadOnlyList<string> Of(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }
}
