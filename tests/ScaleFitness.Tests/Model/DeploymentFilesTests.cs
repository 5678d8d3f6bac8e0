using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using ScaleFitness.Findings;
using ScaleFitness.Model;
using ScaleFitness.Model.Deployment;
using ScaleFitness.Tests.Harness;

namespace ScaleFitness.Tests.Model;

public sealed class DeploymentFilesTests
{
    [Theory]
    [InlineData("src/Shop/C.cs", false)]
    [InlineData("samples/Shop/C.cs", true)]
    [InlineData("/_/samples/Shop/C.cs", true)]
    public void Files_of_samples_are_the_apps_where_it_is_one(string source, bool areThere)
    {
        var folder = WorkFolder.Create($"deployment {source.Replace('/', '-')}");
        Write(Path.Combine(folder, "samples", "Shop", "k8s.yaml"), "kind: Service\n");
        Write(Path.Combine(folder, "k8s.yaml"), "kind: Service\n");
        var expected = areThere ? ["k8s.yaml", "samples/Shop/k8s.yaml"] : new[] { "k8s.yaml" };
        Assert.Equal(expected, FilesOf(folder, source).All.Select(f => f.Path));
    }

    private static DeploymentFiles FilesOf(string folder, string source)
    {
        var path = source.StartsWith('/') ? source : Path.Combine(folder, source);
        var tree = CSharpSyntaxTree.ParseText("public static class C\n{\n    public static int M() => System.Math.Abs(1);\n}\n", path: path, encoding: System.Text.Encoding.UTF8);
        var assembly = Path.Combine(folder, "Shop.dll");
        using var dll = File.Create(assembly);
        using var pdb = File.Create(Path.ChangeExtension(assembly, ".pdb"));
        var result = CSharpCompilation.Create("Shop", [tree], ReferenceSet.FrameworkAndPackages, new(OutputKind.DynamicallyLinkedLibrary))
            .Emit(dll, pdb, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        dll.Dispose();
        pdb.Dispose();
        return AppModel.Read([assembly], new ScaleContext(), folder).Deployment;
    }

    private static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
