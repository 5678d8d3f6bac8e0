using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Partitions;

/// <summary>A query that asks every partition of a store.</summary>
/// <param name="Site">The call.</param>
/// <param name="Store">The store: <c>Cosmos DB</c>, <c>DynamoDB</c> …</param>
/// <param name="What">What is asked, in words: <c>a scan</c>, <c>a query without a partition key</c>.</param>
/// <param name="IsDoubtful">Whether its filter may name the key: which column that is cannot be seen.</param>
public sealed record ScatteredQuery(Call Site, string Store, string What, bool IsDoubtful);
