using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.SharedCache;

/// <summary>What an access does to the key.</summary>
public enum CacheAction
{
    /// <summary>Reads its value.</summary>
    Read,

    /// <summary>Replaces its value.</summary>
    Write,

    /// <summary>Sets it where it is not there.</summary>
    SetIfAbsent,

    /// <summary>Adds to it, in the store.</summary>
    Increment,

    /// <summary>Removes it.</summary>
    Delete,
}

/// <summary>An access to a key of a store that instances share.</summary>
/// <param name="Call">The call, or that of the app's own method which does it.</param>
/// <param name="Action">What it does.</param>
/// <param name="Key">The key.</param>
/// <param name="Value">What it writes, or what a read returns; null where neither.</param>
public sealed record CacheAccess(Call Call, CacheAction Action, SharedKey Key, Value? Value);
