using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Partitions;

/// <summary>A partition key of which few are in use at a time.</summary>
/// <param name="Store">Whose partition: <c>Cosmos DB</c>, <c>Kafka</c> …</param>
/// <param name="Made">What it is made of: <c>a date</c>, <c>an enum</c> …</param>
/// <param name="Site">The call that says so, or null where a property of a type does.</param>
/// <param name="Type">The type whose property says so, or null.</param>
/// <param name="IsDefinition">Whether it defines the key for all rows, wherever the code stands.</param>
public sealed record PartitionKeyUse(string Store, string Made, Call? Site, TypeDefinition? Type, bool IsDefinition);
