using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using Mono.Cecil;
using AssemblyDefinition = Mono.Cecil.AssemblyDefinition;

namespace ScaleFitness.Code.Reading;

/// <summary>An assembly of the app while it is read.</summary>
/// <param name="Assembly">Cecil's view of it.</param>
/// <param name="Image">The image itself.</param>
/// <param name="Points">Its debug information.</param>
internal sealed record OpenedAssembly(AssemblyDefinition Assembly, PEReader Image, SourcePoints Points) : IDisposable
{
    /// <summary>The image's metadata.</summary>
    public MetadataReader Metadata { get; } = Image.GetMetadataReader();

    /// <summary>Opens an assembly that was looked over before.</summary>
    public static OpenedAssembly Open(string path, IAssemblyResolver resolver)
    {
        var bytes = File.ReadAllBytes(path);
        var assembly = AssemblyDefinition.ReadAssembly(new MemoryStream(bytes), new ReaderParameters { AssemblyResolver = resolver });
        var image = new PEReader(ImmutableCollectionsMarshal.AsImmutableArray(bytes));
        return new(assembly, image, new(image, path));
    }

    public void Dispose()
    {
        Points.Dispose();
        Image.Dispose();
        Assembly.Dispose();
    }
}
