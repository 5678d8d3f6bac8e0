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
