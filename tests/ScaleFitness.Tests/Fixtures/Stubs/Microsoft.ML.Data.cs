namespace Microsoft.ML;

public abstract class PredictionEngineBase<TSrc, TDst> : IDisposable
    where TSrc : class
    where TDst : class, new()
{
    public TDst Predict(TSrc example) => new();
    public void Dispose() { }
}
