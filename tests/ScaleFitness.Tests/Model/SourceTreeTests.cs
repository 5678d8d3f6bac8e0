using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using ScaleFitness.Findings;
using ScaleFitness.Model;
using ScaleFitness.Tests.Harness;

namespace ScaleFitness.Tests.Model;

public sealed class SourceTreeTests
{
    private const string Source = "public static class C\n{\n    public static int M() => System.Math.Abs(1);\n}\n";

    [Theory]
    [InlineData(DebugInformationFormat.Embedded)]
    [InlineData(DebugInformationFormat.PortablePdb)]
    public void A_deterministic_path_is_found_below_the_repository(DebugInformationFormat format)
    {
        var folder = WorkFolder.Create($"sources {format}");
        Write(Path.Combine(folder, "src", "Shop", "C.cs"));
        var location = LocationOf(Compile(folder, "/_/src/Shop/C.cs", format), folder);
        Assert.Equal(("src/Shop/C.cs", 3), (location!.File, location.Line));
        Assert.Equal("public static int M() => System.Math.Abs(1);", location.Snippet);
        Assert.EndsWith("src/Shop/C.cs", location.FullPath!.Replace('\\', '/'), StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_of_another_machine_is_made_relative_and_has_no_snippet()
    {
        var folder = WorkFolder.Create("sources elsewhere");
        var location = LocationOf(Compile(folder, @"D:\agent\1\s\src\Shop\C.cs", DebugInformationFormat.PortablePdb), null);
        Assert.Equal(("C.cs", 3, null, null), (location!.File, location.Line, location.Snippet, location.FullPath));
    }

    [Fact]
    public void Without_debug_information_there_is_no_location()
    {
        var folder = WorkFolder.Create("sources without");
        var assembly = Compile(folder, "C.cs", DebugInformationFormat.PortablePdb);
        File.Delete(Path.ChangeExtension(assembly, ".pdb"));
        Assert.Null(LocationOf(assembly, null));
    }

    private static SourceLocation? LocationOf(string assembly, string? root)
    {
        var app = AppModel.Read([assembly], new ScaleContext(), root);
        return app.Sources.Locate(app.CallIn("C.M", "Abs").Position);
    }

    private static void Write(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, Source);
    }

    private static string Compile(string folder, string document, DebugInformationFormat format)
    {
        var tree = CSharpSyntaxTree.ParseText(Source, path: document, encoding: Encoding.UTF8);
        var compilation = CSharpCompilation.Create("Sources", [tree], ReferenceSet.FrameworkAndPackages, new(OutputKind.DynamicallyLinkedLibrary));
        var assembly = Path.Combine(folder, "Sources.dll");
        using var dll = File.Create(assembly);
        using var pdb = format == DebugInformationFormat.Embedded ? null : File.Create(Path.ChangeExtension(assembly, ".pdb"));
        var result = compilation.Emit(dll, pdb, options: new EmitOptions(debugInformationFormat: format));
        Assert.True(result.Success);
        return assembly;
    }
}
