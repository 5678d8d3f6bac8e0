using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Model;
using ScaleFitness.Model.EntryPoints;

namespace ScaleFitness.Rules;

/// <summary>The entry point of the app that serves, where absences stand: the first that something is mapped in the assembly of, or any.</summary>
internal static class ServingMain
{
    public static SourceFunction? Of(AppModel app)
    {
        var starts = app.EntryPoints.Where(e => e.Kind == EntryPointKind.StartUp).Select(e => e.Function).ToList();
        var serving = app.Endpoints.Select(e => e.Function.Method.DeclaringType.Assembly).ToHashSet(StringComparer.Ordinal);
        var mains = app.Code.Program.Assemblies.Select(a => a.Main).OfType<MethodDefinition>().Select(app.Code.Folded.FunctionOf).OfType<SourceFunction>().ToList();
        return mains.FirstOrDefault(m => serving.Contains(m.Method.DeclaringType.Assembly)) ?? mains.FirstOrDefault() ?? starts.FirstOrDefault();
    }
}
