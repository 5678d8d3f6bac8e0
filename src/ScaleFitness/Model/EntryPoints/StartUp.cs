using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Model.EntryPoints;

/// <summary>What runs once, when the app starts.</summary>
internal static class StartUp
{
    public static IEnumerable<EntryPoint> Of(CompiledAssembly assembly, CodeModel code)
    {
        if (assembly.Main is { } main && code.Folded.FunctionOf(main) is { } function)
            yield return new(EntryPointKind.StartUp, function, null, null, "Main");
        foreach (var type in assembly.Types)
        {
            if (type.IsGeneratedCode || type.IsCompilerGenerated)
                continue;
            foreach (var method in type.Methods)
                if (IsStartUp(type, method, code.Program) && code.Folded.FunctionOf(method) is { } found)
                    yield return new(EntryPointKind.StartUp, found, type, null, $"{type.DisplayName}.{method.Name}");
        }
    }

    private static bool IsStartUp(TypeDefinition type, MethodDefinition method, CompiledProgram program)
    {
        if (!method.HasBody)
            return false;
        if (method.Name == ".cctor")
            return true;
        if (type.Reference.Name.StartsWith("Startup", StringComparison.Ordinal) && method.Name.StartsWith("Configure", StringComparison.Ordinal))
            return true;
        return method.Name switch
        {
            "OnModelCreating" or "OnConfiguring" or "ConfigureConventions" => program.Derives(type.Reference, "Microsoft.EntityFrameworkCore.DbContext"),
            "Configure" => program.SelfAndBases(type.Reference).Any(t => t.FullName is "Microsoft.EntityFrameworkCore.IEntityTypeConfiguration`1" or "Microsoft.AspNetCore.Hosting.IStartupFilter" or "Microsoft.AspNetCore.Hosting.IStartup" or "Microsoft.AspNetCore.Hosting.IHostingStartup" || t.FullName.StartsWith("Microsoft.Extensions.Options.I", StringComparison.Ordinal)),
            _ => false,
        };
    }
}
