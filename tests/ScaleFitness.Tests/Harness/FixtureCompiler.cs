using System.Collections.Concurrent;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;

namespace ScaleFitness.Tests.Harness;

/// <summary>A fixture on disk, as an app's build leaves it.</summary>
/// <param name="AssemblyPath">The dll; its portable PDB is beside it.</param>
/// <param name="SourceFolder">The folder of the sources that the PDB speaks of.</param>
/// <param name="Errors">What the compiler refused, formatted; empty when it compiled.</param>
public sealed record CompiledFixture(string AssemblyPath, string SourceFolder, IReadOnlyList<string> Errors);

/// <summary>Compiles fixtures as the SDK would compile a web project.</summary>
public static class FixtureCompiler
{
    // The framework marks what runtime async needs as an experiment, which is an error unless suppressed.
    private const string RuntimeAsyncIsPreview = "SYSLIB5007";

    internal static readonly SourceText ImplicitUsings = new("ImplicitUsings.g.cs", string.Concat(new[]
    {
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading",
        "System.Threading.Tasks", "System.Net.Http.Json", "Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Routing", "Microsoft.Extensions.Configuration",
        "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Logging",
    }.Select(name => $"global using {name};\n")));

    private static readonly ConcurrentDictionary<(FixtureApp App, FixtureBuild Build), Lazy<CompiledFixture>> Compiled = new();

    /// <summary>Compiles an app in one way, once for all tests, with the stubs it needs beside it.</summary>
    public static CompiledFixture Compile(FixtureApp app, FixtureBuild build) =>
        Compiled.GetOrAdd((app, build), key => new Lazy<CompiledFixture>(() => CompileApp(app, build))).Value;

    /// <summary>Compiles sources in one way into a folder, with the stubs they need beside them.</summary>
    public static CompiledFixture Compile(string name, IReadOnlyList<SourceText> sources, FixtureBuild build, string folder)
    {
        var compiled = Emit(name, [.. sources, ImplicitUsings], build, folder, StubAssemblies.References);
        if (compiled.Errors.Count == 0) StubAssemblies.CopyBeside(compiled.AssemblyPath);
        return compiled;
    }

    private static CompiledFixture CompileApp(FixtureApp app, FixtureBuild build)
    {
        var compiled = Compile("App." + app.Name, app.Sources, build, WorkFolder.Create($"{app.Name} {build.Name}"));
        foreach (var file in app.Files)
            file.Write(compiled.SourceFolder);
        // The kit looks for settings where the project lies.
        if (app.Files.Count > 0)
            File.WriteAllText(Path.Combine(compiled.SourceFolder, "App.csproj"), "<Project Sdk=\"Microsoft.NET.Sdk.Web\" />");
        return compiled;
    }

    internal static CompiledFixture Emit(
        string name, IReadOnlyList<SourceText> sources, FixtureBuild build, string folder, IEnumerable<MetadataReference> references)
    {
        var sourceFolder = Directory.CreateDirectory(Path.Combine(folder, "src")).FullName;
        var trees = sources.Select(source => Parse(source, sourceFolder, build)).ToList();
        var options = new CSharpCompilationOptions(
            trees.Any(HasEntryPoint) ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
            optimizationLevel: build.Optimization,
            nullableContextOptions: NullableContextOptions.Enable,
            allowUnsafe: true,
            deterministic: true,
            specificDiagnosticOptions: [new KeyValuePair<string, ReportDiagnostic>(RuntimeAsyncIsPreview, ReportDiagnostic.Suppress)]);
        var compilation = CSharpCompilation.Create(name, trees, ReferenceSet.FrameworkAndPackages.Concat(references), options);

        var assembly = Path.Combine(folder, name + ".dll");
        var pdb = Path.ChangeExtension(assembly, ".pdb");
        EmitResult result;
        using (var assemblyStream = File.Create(assembly))
        using (var pdbStream = File.Create(pdb))
        {
            result = compilation.Emit(assemblyStream, pdbStream, options: new EmitOptions(
                debugInformationFormat: DebugInformationFormat.PortablePdb, pdbFilePath: pdb));
        }

        return new CompiledFixture(assembly, sourceFolder, [.. Errors(result)]);
    }

    private static SyntaxTree Parse(SourceText source, string folder, FixtureBuild build)
    {
        // The source lies where the PDB says, so that a finding can show its line.
        var path = Path.Combine(folder, source.Name);
        File.WriteAllText(path, source.Text, Encoding.UTF8);
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        if (build.RuntimeAsync)
            options = options.WithFeatures([new KeyValuePair<string, string>("runtime-async", "on")]);
        return CSharpSyntaxTree.ParseText(source.Text, options, path, Encoding.UTF8);
    }

    private static bool HasEntryPoint(SyntaxTree tree) =>
        tree.GetRoot().DescendantNodes().Any(node =>
            node is GlobalStatementSyntax
            || (node is MethodDeclarationSyntax { Identifier.Text: "Main" } main && main.Modifiers.Any(SyntaxKind.StaticKeyword)));

    private static IEnumerable<string> Errors(EmitResult result) => result.Diagnostics
        .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
        .Select(diagnostic =>
        {
            var place = diagnostic.Location.GetLineSpan();
            return $"{Path.GetFileName(place.Path)}({place.StartLinePosition.Line + 1}): {diagnostic.Id}: {diagnostic.GetMessage()}";
        });
}
