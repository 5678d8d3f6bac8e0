using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Model.Partitions;

/// <summary>Stores, logs and actor systems that spread by a key.</summary>
internal static class PartitionedStores
{
    private static readonly string[] Assemblies =
    [
        "Microsoft.Azure.Cosmos.Client", "Microsoft.Azure.Cosmos", "Microsoft.EntityFrameworkCore.Cosmos", "AWSSDK.DynamoDBv2", "Confluent.Kafka", "Azure.Messaging.EventHubs", "Azure.Data.Tables", "Orleans.Core.Abstractions", "Orleans.Core",
    ];

    /// <summary>Whether an assembly of the app refers to one.</summary>
    public static bool Occur(CompiledProgram program) => program.Assemblies.Any(a => a.References.Any(r => Assemblies.Contains(r)));
}
