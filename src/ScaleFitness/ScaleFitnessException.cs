using ScaleFitness.Findings;
using ScaleFitness.Reports;
using ScaleFitness.Verdicts;

namespace ScaleFitness;

/// <summary>A failing rule, as an exception for any test framework. Its stack trace points at the defect, so that a test explorer's double-click opens it.</summary>
public sealed class ScaleFitnessException : Exception
{
    private readonly Place? _defect;

    /// <summary>For the verdict of a rule that does not pass.</summary>
    public ScaleFitnessException(RuleVerdict verdict)
        : this(verdict.Message, verdict.FirstFailure)
    {
    }

    /// <summary>For a message, and the finding to point at; null for none.</summary>
    public ScaleFitnessException(string message, Finding? finding)
        : base(message) => _defect = finding?.Where;

    /// <summary>One line in the form <c>   at Shop.Orders.List() in /src/Orders.cs:line 42</c>; the real stack trace where no source line is known.</summary>
    public override string? StackTrace => _defect?.Location is null ? base.StackTrace : SourceLines.Frame(_defect);
}
