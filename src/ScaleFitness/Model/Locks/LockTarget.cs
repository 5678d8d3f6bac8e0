using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Model.Locks;

/// <summary>Who waits for whom at a lock.</summary>
public enum LockScope
{
    /// <summary>Nobody else, or it cannot be told: a lock of one request's own objects.</summary>
    Own,

    /// <summary>Those who want the same key: one of many locks, picked by data.</summary>
    Key,

    /// <summary>Everybody who uses an object of which the process has one.</summary>
    Singleton,

    /// <summary>Everybody in the process: a static field, a type, a string.</summary>
    Process,

    /// <summary>Everybody on the machine: a named mutex or semaphore.</summary>
    Machine,
}

/// <summary>What is locked.</summary>
/// <param name="Scope">Who waits for whom.</param>
/// <param name="Name">As people write it: <c>Shop.Numbers.Gate</c>, <c>typeof(Numbers)</c>.</param>
/// <param name="Field">The field that holds the lock, or null.</param>
public sealed record LockTarget(LockScope Scope, string Name, FieldDefinition? Field)
{
    /// <summary>Whether all requests of the instance wait for one another.</summary>
    public bool IsGlobal => Scope >= LockScope.Singleton;
}
