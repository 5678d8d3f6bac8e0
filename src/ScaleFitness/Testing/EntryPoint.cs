using System.Reflection.PortableExecutable;

namespace ScaleFitness.Testing;

/// <summary>Tells a program from a library, without loading either.</summary>
internal static class EntryPoint
{
    public static bool IsIn(string path)
    {
        if (!File.Exists(path))
            return false;
        try
        {
            using var file = File.OpenRead(path);
            using var image = new PEReader(file);
            return image.PEHeaders.CorHeader?.EntryPointTokenOrRelativeVirtualAddress > 0;
        }
        catch (BadImageFormatException)
        {
            return false; // what is wrong with the assembly is for the analysis to say
        }
    }
}
