namespace ScaleFitness.Model.Loops;

/// <summary>What decides how many elements a sequence has, from what the program fixes to what grows with the data.</summary>
public enum SizeKind
{
    /// <summary>The program: constants, an enum's values, the container's services, one row.</summary>
    Program,

    /// <summary>Settings.</summary>
    Settings,

    /// <summary>A batch size: the pieces of <c>Chunk</c>, messages received at once.</summary>
    Batch,

    /// <summary>A bound in a query or sequence: <c>Take</c>, a page.</summary>
    Bound,

    /// <summary>Nothing that the kit can see.</summary>
    Unknown,

    /// <summary>Whoever sent the request or message: a list in its body.</summary>
    Sender,

    /// <summary>How many rows belong to one parent.</summary>
    Parent,

    /// <summary>How many rows the table has.</summary>
    Table,
}
