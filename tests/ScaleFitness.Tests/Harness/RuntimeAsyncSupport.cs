using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace ScaleFitness.Tests.Harness;

/// <summary>Whether the compiler at hand can leave async methods to the runtime, found out by asking it to.</summary>
internal static class RuntimeAsyncSupport
{
    private const int AsyncImplementationFlag = 0x2000;

    private static readonly SourceText Sample = new("Sample.cs", """
        namespace Sample;
        public static class Waiting
        {
            public static async Task<int> OnceAsync(Task<int> task) => await task;
        }
        """);

    /// <summary>True where a method compiled with the feature on carries the flag of runtime async.</summary>
    public static bool IsOffered { get; } = Detect();

    private static bool Detect()
    {
        var folder = Directory.CreateTempSubdirectory("runtime-async-");
        try
        {
            var compiled = FixtureCompiler.Compile("Sample", [Sample], FixtureBuild.ReleaseRuntimeAsync, folder.FullName);
            return compiled.Errors.Count == 0 && HasRuntimeAsyncMethod(compiled.AssemblyPath);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static bool HasRuntimeAsyncMethod(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var metadata = file.GetMetadataReader();
        return metadata.MethodDefinitions.Any(handle =>
            ((int)metadata.GetMethodDefinition(handle).ImplAttributes & AsyncImplementationFlag) != 0);
    }
}
