using ScaleFitness.Findings;
using ScaleFitness.Model;
using ScaleFitness.Model.Loops;

namespace ScaleFitness.Rules.Concurrency;

/// <summary>SF3014: a loop that nobody can stop.</summary>
public sealed class SF3014LoopWithoutEnd : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF3014",
        "loop without an end or a token",
        Severity.Medium,
        "A loop on a request or in background work checks no token, counts to no limit and watches no clock.",
        "What it waits for may never come: the request's thread, connection and memory are held until the process ends, and more with each request; a deployment waits for the loop until it is killed in the middle of a round.",
        new(
            "End it: test the token and hand it to what the loop awaits, or count the attempts.",
            "while (true) { if (await jobs.IsDoneAsync(id)) return; await Task.Delay(500); }",
            "for (var i = 0; i < 60; i++) { if (await jobs.IsDoneAsync(id, token)) return; await Task.Delay(500, token); }"));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        var candidates = 0;
        var findings = new List<Finding>();
        foreach (var function in app.Reach.AtWork.Where(f => !f.Owner.IsGenerated))
            foreach (var loop in app.Loops.In(function))
            {
                candidates++;
                // Builds differ in whether a head that tests nothing is a statement: the first call in it always is.
                var position = app.BodyOf(function).Calls.FirstOrDefault(c => c.Loop?.IsIn(loop.Statement!) == true)?.Position ?? loop.Position;
                if (app.Ends.IsEndless(loop))
                    findings.Add(At(app, function, position, Severity.Medium, "Nothing ends this loop: it tests no token and hands none on, and no condition leaves it"));
                else if (app.Reach.IsOnRequest(function) && app.Ends.IsPatient(loop))
                    findings.Add(At(app, function, position, Severity.Medium, "A request waits in this loop for something that may never come: no token, count or clock ends it", Confidence.Medium));
            }

        return Examined(candidates, findings);
    }
}
