using System.Reflection.PortableExecutable;
using Mono.Cecil;

namespace ScaleFitness.Code.Reading;

/// <summary>An assembly of the app while its bodies are read.</summary>
/// <param name="Assembly">Cecil's view of it.</param>
/// <param name="Image">The image itself.</param>
/// <param name="Points">Its debug information.</param>
internal sealed record OpenedAssembly(AssemblyDefinition Assembly, PEReader Image, SourcePoints Points) : IDisposable
{
    /// <summary>Opens an assembly that was looked over before.</summary>
    public static OpenedAssembly Open(string path, IAssemblyResolver resolver)
    {
        var assembly = AssemblyDefinition.ReadAssembly(path, new ReaderParameters { AssemblyResolver = resolver, InMemory = true });
        var image = new PEReader(File.OpenRead(path));
        return new(assembly, image, new(image, path));
    }

    public void Dispose()
    {
        Points.Dispose();
        Image.Dispose();
        Assembly.Dispose();
    }
}
