using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.State;

/// <summary>Something that holds state: a field, or a variable that lambdas capture.</summary>
/// <param name="Field">The field; for a captured variable, the closure's.</param>
/// <param name="IsCaptured">Whether it is a captured variable.</param>
public sealed record Store(FieldDefinition Field, bool IsCaptured);

/// <summary>A statement that changes what a store holds.</summary>
/// <param name="Store">The store.</param>
/// <param name="Function">The function that the statement stands in.</param>
/// <param name="Position">The statement.</param>
/// <param name="Key">The key that is written, or null where there is none.</param>
/// <param name="Kind">How it changes.</param>
public sealed record StoreChange(Store Store, SourceFunction Function, SourcePosition? Position, Value? Key, ChangeKind Kind);

/// <summary>How a store changes.</summary>
public enum ChangeKind
{
    /// <summary>Something is put in.</summary>
    Add,

    /// <summary>Something is taken out.</summary>
    Remove,

    /// <summary>An element of an array is set.</summary>
    Element,

    /// <summary>The store itself is replaced.</summary>
    Replace,

    /// <summary>The store itself is set once, where it was null.</summary>
    Initialise,
}
