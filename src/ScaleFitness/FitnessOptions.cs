using System.Reflection;
using ScaleFitness.Analysis;

namespace ScaleFitness;

/// <summary>What <see cref="Fitness.Check"/> looks at, and where its files are.</summary>
public sealed record FitnessOptions
{
    /// <summary>Paths of the app's own assemblies. None is a failure (SF0004), never a pass.</summary>
    public IReadOnlyList<string> Assemblies { get; init; } = [];

    /// <summary>The folder of the test project, where <c>scalefitness.json</c> and <c>ScaleFitness.verified.json</c> are looked for; null: nowhere.</summary>
    public string? ProjectDirectory { get; init; }

    /// <summary>The configuration file, which must exist; null: <c>scalefitness.json</c> in <see cref="ProjectDirectory"/>, where there is one.</summary>
    public string? ConfigurationPath { get; init; }

    /// <summary>The file of accepted exceptions, which need not exist; null: <c>ScaleFitness.verified.json</c> in <see cref="ProjectDirectory"/>.</summary>
    public string? BaselinePath { get; init; }

    /// <summary>Where reports are written; null: none are.</summary>
    public string? ReportsDirectory { get; init; }

    /// <summary>Assemblies whose public <see cref="Rules.Rule"/> classes are run with the catalogue.</summary>
    public IReadOnlyList<Assembly> RuleAssemblies { get; init; } = [];

    /// <summary>Whether the app's own host is composed, where it has one; <c>composition.enabled</c> in the configuration file can still say no.</summary>
    public bool Compose { get; init; } = true;

    /// <summary>The folder that the app takes its files from while it is composed: its project's; null: the folder of its assembly.</summary>
    public string? ContentRoot { get; init; }

    /// <summary>Reads an environment variable; null where it is not set. Tells a build server from a developer's machine.</summary>
    public Func<string, string?> Variables { get; init; } = Environment.GetEnvironmentVariable;

    /// <summary>The clock that decides which exceptions are past their date, and how old they are.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>How long a rule may take, by the clock: one that takes longer fails, and the run goes on without it. Rules take seconds at the most.</summary>
    public TimeSpan RuleTimeLimit { get; init; } = TimeSpan.FromSeconds(60);

    internal Func<AnalysisRequest, AnalysisResult> Analyse { get; init; } = AppAnalysis.Run;
}
