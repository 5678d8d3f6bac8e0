using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Files;

/// <summary>A call that leaves something on a disk.</summary>
/// <param name="Call">The call that names the path: it writes, or opens for writing.</param>
/// <param name="Path">The path.</param>
/// <param name="IsFolder">Whether it only makes a folder.</param>
/// <param name="Fate">What becomes of it.</param>
public sealed record FileWrite(Call Call, Value Path, bool IsFolder, FileFate Fate);

/// <summary>What becomes of what was written, as far as the code tells.</summary>
public enum FileFate
{
    /// <summary>It stays, in a folder of the app or one that is given relative to it.</summary>
    Stays,

    /// <summary>It stays, in a folder that may be anything.</summary>
    StaysSomewhere,

    /// <summary>It stays where the deployment says: it may be a volume that all instances mount.</summary>
    Configured,

    /// <summary>It lies on a file server.</summary>
    Shared,

    /// <summary>The method that wrote it deletes it.</summary>
    Deleted,

    /// <summary>It is a log, or a sign of life for a probe: each instance has its own by design.</summary>
    OfInstance,
}
