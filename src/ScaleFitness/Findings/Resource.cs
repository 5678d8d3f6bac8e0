namespace ScaleFitness.Findings;

/// <summary>What runs out, or stops being right, when a projection's breaking point is reached.</summary>
public enum Resource
{
    /// <summary>Memory of an instance.</summary>
    Memory,

    /// <summary>Processor time of an instance.</summary>
    Processor,

    /// <summary>Threads of an instance's pool.</summary>
    Threads,

    /// <summary>Local ports toward a neighbour.</summary>
    Ports,

    /// <summary>Connections of a pool, or those that an instance holds open.</summary>
    Connections,

    /// <summary>Work that the database, or another store, can do.</summary>
    Database,

    /// <summary>A neighbour's patience: calls that it answers.</summary>
    Neighbour,

    /// <summary>Time: requests wait for longer than anybody does.</summary>
    Time,

    /// <summary>Nothing runs out; the answers are wrong.</summary>
    Correctness,
}
