using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace ScaleFitness.Code.Reading;

/// <summary>A file of the app that is an assembly, and sound.</summary>
/// <param name="Name">Simple name of the assembly.</param>
/// <param name="Path">The path as it was given.</param>
/// <param name="Length">How many bytes it has.</param>
/// <param name="Types">Names of the types that are not nested.</param>
internal sealed record AppFile(string Name, string Path, long Length, IReadOnlyList<(string Namespace, string Name)> Types)
{
    /// <summary>Looks a file over.</summary>
    /// <exception cref="BadImageFormatException">It is damaged, or no .NET assembly.</exception>
    public static AppFile Look(string path)
    {
        using var stream = File.OpenRead(path);
        using var file = new PEReader(stream);
        if (!file.HasMetadata)
            throw new BadImageFormatException("The file holds no metadata.");
        var metadata = file.GetMetadataReader();
        if (!metadata.IsAssembly)
            throw new BadImageFormatException("The file is a module without an assembly.");
        ImageCheck.Check(file, metadata);
        var types = new List<(string, string)>();
        foreach (var handle in metadata.TypeDefinitions)
        {
            var type = metadata.GetTypeDefinition(handle);
            if ((type.Attributes & TypeAttributes.VisibilityMask) <= TypeAttributes.Public)
                types.Add((metadata.GetString(type.Namespace), metadata.GetString(type.Name)));
        }

        return new(metadata.GetString(metadata.GetAssemblyDefinition().Name), path, stream.Length, types);
    }
}
