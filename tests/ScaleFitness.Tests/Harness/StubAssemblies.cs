using Microsoft.CodeAnalysis;

namespace ScaleFitness.Tests.Harness;

/// <summary>
/// Packages that fixtures use and that do not restore everywhere: <c>Fixtures/Stubs/RestSharp.cs</c> becomes the assembly
/// RestSharp. They are assemblies of their own because rules tell the app's types from a library's by where they live.
/// </summary>
internal static class StubAssemblies
{
    private static readonly Lazy<IReadOnlyDictionary<string, string>> Built = new(Build);

    /// <summary>Path by simple name.</summary>
    public static IReadOnlyDictionary<string, string> ByName => Built.Value;

    /// <summary>All stubs, to compile a fixture against.</summary>
    public static IEnumerable<MetadataReference> References =>
        ByName.Values.Select(path => MetadataReference.CreateFromFile(path));

    /// <summary>Puts the stubs that an assembly needs beside it, and those that they need in turn.</summary>
    public static void CopyBeside(string assembly)
    {
        var folder = Path.GetDirectoryName(assembly)!;
        var open = new Queue<string>(AssemblyReferences.Of(assembly));
        while (open.TryDequeue(out var name))
        {
            var target = Path.Combine(folder, name + ".dll");
            if (!ByName.TryGetValue(name, out var stub) || File.Exists(target)) continue;
            File.Copy(stub, target);
            foreach (var needed in AssemblyReferences.Of(stub)) open.Enqueue(needed);
        }
    }

    private static Dictionary<string, string> Build()
    {
        var folder = WorkFolder.Create("stubs");
        var paths = new Dictionary<string, string>();
        var waiting = Directory.EnumerateFiles(Path.Combine(FixtureApp.Root, "Stubs"), "*.cs").Order().ToList();
        // Stubs may need one another: rounds go on as long as one more compiles.
        while (waiting.Count > 0)
        {
            var failures = new List<string>();
            var built = waiting.Where(path => TryBuild(path, folder, paths, failures)).ToList();
            if (built.Count == 0)
                throw new InvalidDataException("Stubs do not compile:\n" + string.Join('\n', failures));
            waiting = [.. waiting.Except(built)];
        }

        return paths;
    }

    private static bool TryBuild(string path, string folder, Dictionary<string, string> paths, List<string> failures)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        var references = paths.Values.Select(stub => MetadataReference.CreateFromFile(stub));
        var compiled = FixtureCompiler.Emit(name, [SourceText.Read(path), FixtureCompiler.ImplicitUsings], FixtureBuild.Release, folder, references);
        failures.AddRange(compiled.Errors);
        if (compiled.Errors.Count > 0) return false;
        paths[name] = compiled.AssemblyPath;
        return true;
    }
}
