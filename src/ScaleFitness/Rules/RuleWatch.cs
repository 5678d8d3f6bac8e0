using System.Diagnostics;
using System.Globalization;
using System.Runtime.ExceptionServices;
using ScaleFitness.Findings;
using ScaleFitness.Model;

namespace ScaleFitness.Rules;

/// <summary>
/// Lets each rule of a run have its time, and goes on without one that does not end: no rule, a team's own neither, hangs
/// the others. What was given up on runs on in the background, as nothing can stop it, and so must not be given anything
/// that others use: who runs the rules then reads the app anew.
/// </summary>
/// <param name="limit">What a rule may take.</param>
internal sealed class RuleWatch(TimeSpan limit)
{
    /// <summary>Where so many rules do not end, it is not the rules: the others are not run.</summary>
    private const int MayGiveUp = 3;

    private int _givenUp;

    /// <summary>Why no further rule is run, or null.</summary>
    public string? Stopped => _givenUp < MayGiveUp ? null : $"{MayGiveUp} rules before it did not end within {Seconds} s each";

    /// <summary>What a rule says; null where it does not end in time. What it throws is thrown here.</summary>
    public RuleOutcome? Examine(Rule rule, AppModel app)
    {
        RuleOutcome? outcome = null;
        ExceptionDispatchInfo? thrown = null;
        var (culture, ui) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        var thread = new Thread(() =>
        {
            try
            {
                (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, ui);
                outcome = rule.Examine(app) ?? throw new InvalidOperationException("Examine returned null.");
            }
            catch (Exception e)
            {
                thrown = ExceptionDispatchInfo.Capture(e);
            }
        })
        { IsBackground = true, Name = rule.Info.Id };
        thread.Start();
        // Who steps through a rule takes their time.
        while (!thread.Join(limit))
            if (!Debugger.IsAttached)
            {
                _givenUp++;
                return null;
            }

        thrown?.Throw();
        return outcome;
    }

    /// <summary>The limit, in seconds.</summary>
    public string Seconds => limit.TotalSeconds.ToString("0.##", CultureInfo.InvariantCulture);
}
