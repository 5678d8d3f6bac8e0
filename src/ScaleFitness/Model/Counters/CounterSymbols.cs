namespace ScaleFitness.Model.Counters;

/// <summary>Well-known types of counters in documents.</summary>
public static class CounterSymbols
{
    /// <summary>Documents of MongoDB.</summary>
    public const string Collection = "MongoDB.Driver.IMongoCollection`1";

    /// <summary>Documents of MongoDB, by conditions in lambdas.</summary>
    public const string CollectionExtensions = "MongoDB.Driver.IMongoCollectionExtensions";

    /// <summary>Which of them.</summary>
    public const string Filters = "MongoDB.Driver.FilterDefinitionBuilder`1";

    /// <summary>What becomes of them.</summary>
    public const string Updates = "MongoDB.Driver.UpdateDefinitionBuilder`1";

    /// <summary>What becomes of them as well.</summary>
    public const string UpdateExtensions = "MongoDB.Driver.UpdateDefinitionExtensions";
}
