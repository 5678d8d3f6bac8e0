using ScaleFitness.Analysis;
using ScaleFitness.Findings;

namespace ScaleFitness.Tests;

/// <summary>Assemblies that other compilers wrote: nothing is asked of the findings, only that there is an answer.</summary>
public class RobustnessTests
{
    public static TheoryData<string, string> OtherCompilers() => new()
    {
        { "F#", BesideTheTests("FSharp.Core.dll") },
        { "F#", BesideTheTests("FsCheck.dll") },
        { "Visual Basic", BesideTheRuntime("Microsoft.VisualBasic.Core.dll") },
        { "IL without a body", BesideTheRuntime("Microsoft.VisualBasic.dll") },
        { "C# with everything", BesideTheRuntime("System.Private.CoreLib.dll") },
    };

    [Theory, MemberData(nameof(OtherCompilers))]
    public void The_engine_never_crashes_on(string compiler, string assembly)
    {
        var result = AppAnalysis.Run(new AnalysisRequest([assembly], [], new ScaleContext()));
        Assert.NotNull(result);
        Assert.NotEqual("", compiler);
    }

    [Theory, MemberData(nameof(OtherCompilers))]
    public void The_assemblies_are_at_hand(string compiler, string assembly) =>
        Assert.True(File.Exists(assembly), $"{compiler}: {assembly}");

    private static string BesideTheTests(string file) => Path.Combine(AppContext.BaseDirectory, file);

    private static string BesideTheRuntime(string file) => Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, file);
}
