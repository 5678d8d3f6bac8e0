namespace ScaleFitness.Model.Partitions;

/// <summary>Names of what takes partition keys: a test resolves each against the framework, the package or a stub.</summary>
internal static class PartitionSymbols
{
    public const string CosmosKey = "Microsoft.Azure.Cosmos.PartitionKey";
    public const string CosmosContainer = "Microsoft.Azure.Cosmos.Container";
    public const string CosmosDatabase = "Microsoft.Azure.Cosmos.Database";
    public const string CosmosProperties = "Microsoft.Azure.Cosmos.ContainerProperties";
    public const string CosmosQueryOptions = "Microsoft.Azure.Cosmos.QueryRequestOptions";
    public const string CosmosQueryDefinition = "Microsoft.Azure.Cosmos.QueryDefinition";
    public const string EfCosmosEntity = "Microsoft.EntityFrameworkCore.CosmosEntityTypeBuilderExtensions";
    public const string EfCosmosQuery = "Microsoft.EntityFrameworkCore.CosmosQueryableExtensions";
    public const string DynamoClient = "Amazon.DynamoDBv2.IAmazonDynamoDB";
    public const string DynamoContext = "Amazon.DynamoDBv2.DataModel.IDynamoDBContext";
    public const string DynamoHashKey = "Amazon.DynamoDBv2.DataModel.DynamoDBHashKeyAttribute";
    public const string DynamoValue = "Amazon.DynamoDBv2.Model.AttributeValue";
    public const string KafkaMessage = "Confluent.Kafka.Message`2";
    public const string EventHubOptions = "Azure.Messaging.EventHubs.Producer.SendEventOptions";
    public const string TableClient = "Azure.Data.Tables.TableClient";
    public const string TableEntity = "Azure.Data.Tables.TableEntity";
    public const string TableEntityInterface = "Azure.Data.Tables.ITableEntity";
    public const string GrainFactory = "Orleans.IGrainFactory";
    public const string StatelessWorker = "Orleans.Concurrency.StatelessWorkerAttribute";
}
