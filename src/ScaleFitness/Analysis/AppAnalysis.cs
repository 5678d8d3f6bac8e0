namespace ScaleFitness.Analysis;

/// <summary>Reads the app, builds the model and runs the rules.</summary>
public static class AppAnalysis
{
    /// <summary>Runs every rule of the request over its assemblies. Never throws for a bad assembly: that is SF0004 or a note.</summary>
    public static AnalysisResult Run(AnalysisRequest request) =>
        new() { Outcomes = [.. request.Rules.Select(rule => rule.Examine(new Model.AppModel()))] };
}
