namespace ScaleFitness.Model.Effects;

/// <summary>What a call does beyond its own process, or waits for.</summary>
public enum EffectKind
{
    /// <summary>A database of rows or documents.</summary>
    Database,

    /// <summary>An HTTP call.</summary>
    Http,

    /// <summary>A call of a remote procedure: gRPC, a request over a bus that waits for its answer.</summary>
    Rpc,

    /// <summary>A message to a broker or an event log.</summary>
    Broker,

    /// <summary>Mail.</summary>
    Mail,

    /// <summary>A cache or key-value store over the network.</summary>
    Cache,

    /// <summary>Objects in a store over the network: blobs, buckets.</summary>
    Storage,

    /// <summary>The local disk.</summary>
    File,

    /// <summary>Another process.</summary>
    Process,

    /// <summary>A message to connected clients.</summary>
    Push,

    /// <summary>A wait by the clock.</summary>
    Delay,
}

/// <summary>One effect of a library call.</summary>
/// <param name="Kind">What it reaches.</param>
/// <param name="IsWrite">Whether it changes something there.</param>
/// <param name="IsBlocking">Whether the thread waits: what it returns is no task.</param>
public sealed record Effect(EffectKind Kind, bool IsWrite, bool IsBlocking)
{
    /// <summary>Whether it goes over the network.</summary>
    public bool IsRemote => Kind is not (EffectKind.File or EffectKind.Process or EffectKind.Delay or EffectKind.Push);

    /// <summary>What it is, in a word for people.</summary>
    public string Word => Kind switch
    {
        EffectKind.Database => IsWrite ? "a database write" : "a query",
        EffectKind.Http => "an HTTP call",
        EffectKind.Rpc => "a remote call",
        EffectKind.Broker => "a message to a broker",
        EffectKind.Mail => "a mail",
        EffectKind.Cache => "a call of the distributed cache",
        EffectKind.Storage => "a call of the object store",
        EffectKind.File => "file access",
        EffectKind.Process => "another process",
        EffectKind.Push => "a message to connected clients",
        _ => "a delay",
    };
}
