namespace ScaleFitness.Model.Effects;

/// <summary>Databases of rows and documents. Queries of LINQ are told by what they run on, see <see cref="EffectReader"/>.</summary>
internal static class DatabaseEffects
{
    private const EffectKind Database = EffectKind.Database;
    private const bool Read = false;
    private const bool Write = true;

    public static IReadOnlyList<EffectRow> Rows { get; } =
    [
        new("Microsoft.EntityFrameworkCore.DbContext", Database, Write, "SaveChanges", "SaveChangesAsync"),
        new("Microsoft.EntityFrameworkCore.DbContext", Database, Read, "Find", "FindAsync"),
        new("Microsoft.EntityFrameworkCore.DbSet`1", Database, Read, "Find", "FindAsync"),
        new("Microsoft.EntityFrameworkCore.ChangeTracking.NavigationEntry", Database, Read, "Load", "LoadAsync"),
        new("Microsoft.EntityFrameworkCore.ChangeTracking.EntityEntry", Database, Read, "Reload", "ReloadAsync", "GetDatabaseValues", "GetDatabaseValuesAsync"),
        new("Microsoft.EntityFrameworkCore.Infrastructure.DatabaseFacade", Database, Write, "EnsureCreated*", "EnsureDeleted*", "BeginTransaction*", "CommitTransaction*", "RollbackTransaction*"),
        new("Microsoft.EntityFrameworkCore.Infrastructure.DatabaseFacade", Database, Read, "CanConnect*"),
        new("Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions", Database, Write, "ExecuteSql*", "Migrate*", "BeginTransaction*"),
        new("Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions", Database, Read, "OpenConnection*"),
        new("Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction", Database, Write, "Commit", "CommitAsync", "Rollback", "RollbackAsync"),
        new("System.Data.Common.DbCommand", Database, Write, "ExecuteNonQuery", "ExecuteNonQueryAsync"),
        new("System.Data.Common.DbCommand", Database, Read, "ExecuteReader", "ExecuteReaderAsync", "ExecuteScalar", "ExecuteScalarAsync"),
        new("System.Data.Common.DbConnection", Database, Read, "Open", "OpenAsync"),
        new("System.Data.Common.DbDataReader", Database, Read, "Read", "ReadAsync", "NextResult", "NextResultAsync"),
        new("System.Data.Common.DbTransaction", Database, Write, "Commit", "CommitAsync"),
        new("System.Data.Common.DbDataAdapter", Database, Read, "Fill"),
        new("System.Data.IDbCommand", Database, Write, "ExecuteNonQuery"),
        new("System.Data.IDbCommand", Database, Read, "ExecuteReader", "ExecuteScalar"),
        new("System.Data.IDbConnection", Database, Read, "Open"),
        new("System.Data.IDataReader", Database, Read, "NextResult"),
        new("Dapper.SqlMapper", Database, Write, "Execute", "ExecuteAsync"),
        new("Dapper.SqlMapper", Database, Read, "Query*", "ExecuteScalar*", "ExecuteReader*"),
        new("MongoDB.Driver.IMongoCollection`1", Database, Write, "InsertOne*", "InsertMany*", "UpdateOne*", "UpdateMany*", "ReplaceOne*", "DeleteOne*", "DeleteMany*", "BulkWrite*", "FindOneAnd*"),
        new("MongoDB.Driver.IMongoCollection`1", Database, Read, "FindAsync", "FindSync", "CountDocuments*", "EstimatedDocumentCount*", "Distinct*", "AggregateAsync"),
        new("MongoDB.Driver.IMongoCollectionExtensions", Database, Write, "UpdateOne*", "UpdateMany*", "ReplaceOne*", "DeleteOne*", "DeleteMany*", "FindOneAnd*"),
        new("MongoDB.Driver.IMongoCollectionExtensions", Database, Read, "FindAsync", "FindSync", "CountDocuments*", "Distinct*"),
        new("MongoDB.Driver.IAsyncCursorSourceExtensions", Database, Read, "ToList*", "First*", "Single*", "Any*", "ForEach*", "ToCursor*"),
        new("MongoDB.Driver.IAsyncCursorExtensions", Database, Read, "ToList*", "First*", "Single*", "ForEach*"),
        new("Microsoft.Azure.Cosmos.Container", Database, Write, "CreateItem*", "UpsertItem*", "ReplaceItem*", "DeleteItem*", "PatchItem*"),
        new("Microsoft.Azure.Cosmos.Container", Database, Read, "ReadItem*", "ReadMany*"),
        new("Microsoft.Azure.Cosmos.FeedIterator", Database, Read, "ReadNextAsync"),
        new("Microsoft.Azure.Cosmos.FeedIterator`1", Database, Read, "ReadNextAsync"),
        new("Amazon.DynamoDBv2.IAmazonDynamoDB", Database, Write, "PutItemAsync", "UpdateItemAsync", "DeleteItemAsync", "BatchWriteItemAsync", "TransactWriteItemsAsync"),
        new("Amazon.DynamoDBv2.IAmazonDynamoDB", Database, Read, "GetItemAsync", "BatchGetItemAsync", "QueryAsync", "ScanAsync"),
        new("Amazon.DynamoDBv2.DataModel.IDynamoDBContext", Database, Write, "SaveAsync", "DeleteAsync"),
        new("Amazon.DynamoDBv2.DataModel.IDynamoDBContext", Database, Read, "LoadAsync"),
        new("Azure.Data.Tables.TableClient", Database, Write, "AddEntity*", "UpsertEntity*", "UpdateEntity*", "DeleteEntity*", "SubmitTransaction*"),
        new("Azure.Data.Tables.TableClient", Database, Read, "GetEntity*"),
        new("Marten.IDocumentSession", Database, Write, "SaveChangesAsync"),
        new("Marten.IQuerySession", Database, Read, "LoadAsync"),
        new("NHibernate.ISession", Database, Write, "Flush", "FlushAsync"),
        new("NHibernate.ISession", Database, Read, "Get", "GetAsync", "Load", "LoadAsync"),
        new("System.Data.Entity.DbContext", Database, Write, "SaveChanges", "SaveChangesAsync"),
        new("System.Data.Entity.DbSet`1", Database, Read, "Find", "FindAsync"),
    ];
}
