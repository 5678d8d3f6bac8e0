namespace ScaleFitness;

/// <summary>Checks whether an app survives its second instance, ten times its data and its noisiest tenant.</summary>
public static class Fitness
{
    /// <summary>
    /// Runs every rule over the app. Bad input (a broken configuration or verified file, a rule that throws) does not
    /// throw: the verdicts it touches fail, with a message that says what to do.
    /// </summary>
    /// <param name="options">What to look at.</param>
    /// <returns>The verdicts, one for each rule.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    public static FitnessReport Check(FitnessOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new FitnessRun(options).Report();
    }
}
