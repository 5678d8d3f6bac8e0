namespace ScaleFitness.Code.Values;

/// <summary>A loop of the author.</summary>
/// <param name="Id">Identifies the loop in its function.</param>
/// <param name="Parent">The loop around it, or null.</param>
/// <param name="Position">A statement at its head, or null without debug information.</param>
public sealed record CodeLoop(int Id, CodeLoop? Parent, SourcePosition? Position)
{
    /// <summary>Whether it is that loop or lies inside it.</summary>
    public bool IsIn(CodeLoop loop)
    {
        for (var l = this; l is not null; l = l.Parent)
            if (l.Id == loop.Id)
                return true;
        return false;
    }
}

/// <summary>A condition that a loop tests to go on or end: <c>i &lt; count</c>, <c>!token.IsCancellationRequested</c>, <c>await timer.WaitForNextTickAsync()</c>.</summary>
/// <param name="Loop">The loop that it may end; a way out of several loops at once is listed for each.</param>
/// <param name="Comparison">How its two operands compare where the loop goes on (<c>Less</c>, <c>NotEqual</c> …), or <see cref="Truth"/> for the test of one.</param>
/// <param name="Operands">What is compared or tested.</param>
/// <param name="StaysWhenTrue">For one operand: whether the loop goes on where it is true.</param>
/// <param name="Position">The statement.</param>
/// <param name="Order">Its place among the function's instructions.</param>
public sealed record LoopExit(CodeLoop Loop, string Comparison, IReadOnlyList<Value> Operands, bool StaysWhenTrue, SourcePosition? Position, int Order)
{
    /// <summary>The test of one value: a flag, what a call answers.</summary>
    public const string Truth = "True";
}
