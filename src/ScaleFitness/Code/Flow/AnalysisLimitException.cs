namespace ScaleFitness.Code.Flow;

/// <summary>A bound of the engine was hit: the method is "not analysed", with this reason. Never leaves the engine.</summary>
/// <param name="reason">Why, for a person to read.</param>
internal sealed class AnalysisLimitException(string reason) : Exception(reason);
