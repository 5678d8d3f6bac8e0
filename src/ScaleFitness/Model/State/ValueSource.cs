namespace ScaleFitness.Model.State;

/// <summary>What decides a value that is stored.</summary>
public enum ValueSource
{
    /// <summary>The app alone: a constant apart, every instance would come by such a value in the same way, at the same cost.</summary>
    Fetched,

    /// <summary>The code: a constant, as in a flag that is raised or a copy that is thrown away.</summary>
    Constant,

    /// <summary>What was there before: a counter.</summary>
    Itself,

    /// <summary>Who asked: something of the request, or of the message.</summary>
    Caller,
}
