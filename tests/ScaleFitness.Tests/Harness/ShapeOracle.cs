namespace ScaleFitness.Tests.Harness;

/// <summary>Says where compiled code calls <c>Probe.Hit</c>.</summary>
public interface IShapeOracle
{
    /// <summary>Every call in the assembly, once for each time that it is seen.</summary>
    IReadOnlyList<Hit> Hits(string assemblyPath);
}

/// <summary>The engine, asked where it sees the calls.</summary>
public sealed class EngineShapeOracle : IShapeOracle
{
    /// <inheritdoc />
    public IReadOnlyList<Hit> Hits(string assemblyPath) =>
        throw new NotImplementedException("The engine is not joined to the shapes yet.");
}
