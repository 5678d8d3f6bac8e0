using ScaleFitness.Code.Values;
using ScaleFitness.Model.Loops;

namespace ScaleFitness.Rules.Data;

/// <summary>A navigation that a proxy loads when it is read, once for each row of a query.</summary>
/// <param name="Read">The read.</param>
/// <param name="Entity">Whose navigation.</param>
/// <param name="Name">Its name.</param>
/// <param name="Size">How many rows.</param>
internal sealed record LazyNavigation(Call Read, string Entity, string Name, SequenceSize Size);
