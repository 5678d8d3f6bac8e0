namespace ScaleFitness.Model.Loops;

/// <summary>How many of a loop's rounds run at the same time.</summary>
public enum LoopPace
{
    /// <summary>One after the other.</summary>
    OneByOne,

    /// <summary>So many at a time, by a semaphore, a degree, a batch.</summary>
    Limited,

    /// <summary>All at once, or as many as the machine likes.</summary>
    AtOnce,
}
