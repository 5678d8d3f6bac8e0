using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Model.Services;

/// <summary>Blazor WebAssembly: code that runs on the client's machine, where no request waits and no other instance exists.</summary>
internal static class BrowserCode
{
    private const string Runtime = "Microsoft.AspNetCore.Components.WebAssembly";

    /// <summary>Simple names of the assemblies that are made for the browser.</summary>
    public static IReadOnlySet<string> Assemblies(CompiledProgram program) =>
        program.Assemblies.Where(IsForBrowser).Select(a => a.Name).ToHashSet(StringComparer.Ordinal);

    /// <summary>The browser's own <c>Main</c>s: what they wire belongs to a container in the browser. Other methods beside them may serve the server too.</summary>
    public static IReadOnlySet<SourceMethod> Mains(CodeModel code) =>
        code.Program.Assemblies.Where(IsForBrowser).Select(a => a.Main).OfType<MethodDefinition>()
            .Select(code.Folded.FunctionOf).OfType<SourceFunction>().Select(f => f.Owner).ToHashSet();

    private static bool IsForBrowser(CompiledAssembly assembly) => assembly.References.Contains(Runtime);
}
