using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.Model;
using Azure.Data.Tables;
using Catalog;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Cosmos;
using Microsoft.Azure.Cosmos.Linq;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddScoped<Products>();
builder.Services.AddScoped<IPrices, Prices>();
builder.Services.AddSingleton<Container>(_ => new CosmosClient("AccountEndpoint=db").GetContainer("shop", "products"));
builder.Services.AddHostedService<Indexer>();
var app = builder.Build();
app.MapControllers();
app.MapGet("/cheap", async (Container container) =>
{
    using var feed = container.GetItemQueryIterator<Product>("SELECT * FROM c WHERE c.price < 10"); // finding SF2024 HIGH
    return await feed.ReadNextAsync();
});
app.Run();

namespace Catalog
{
    public record Product(string Id, string Category, decimal Price);

    public class Products(Container container)
    {
        public async Task<List<Product>> Search(string name)
        {
            var query = new QueryDefinition("SELECT * FROM c WHERE CONTAINS(c.name, @name)").WithParameter("@name", name);
            var feed = container.GetItemQueryIterator<Product>(query); // finding SF2024 HIGH
            return await feed.ReadNextAsync();
        }

        public async Task<List<Product>> Sized(string name)
        {
            var options = new QueryRequestOptions { MaxItemCount = 20 };
            var feed = container.GetItemQueryIterator<Product>("SELECT * FROM c", null, options); // finding SF2024 HIGH
            return await feed.ReadNextAsync();
        }

        public async Task<List<Product>> InCategory(string category)
        {
            var options = new QueryRequestOptions { PartitionKey = new PartitionKey(category), MaxItemCount = 20 };
            return await container.GetItemQueryIterator<Product>("SELECT * FROM c WHERE c.price < 10", requestOptions: options).ReadNextAsync();
        }

        public async Task<List<Product>> Shared(string category) =>
            await container.GetItemQueryIterator<Product>("SELECT * FROM c", requestOptions: Options(category)).ReadNextAsync();

        private static QueryRequestOptions Options(string category) => new() { PartitionKey = new PartitionKey(category) };

        // The filter may pin the key: nobody can tell from here.
        public async Task<List<Product>> Pinned(string category)
        {
            var query = new QueryDefinition("SELECT * FROM c WHERE c.category = @category").WithParameter("@category", category);
            return await container.GetItemQueryIterator<Product>(query).ReadNextAsync(); // finding SF2024 HIGH @low: the filter may name the partition
        }

        public async Task<List<Product>> Given(string where) =>
            await container.GetItemQueryIterator<Product>("SELECT * FROM c " + where).ReadNextAsync();

        public async Task<List<Product>> Linq() =>
            await container.GetItemLinqQueryable<Product>().ToFeedIterator().ReadNextAsync(); // finding SF2024 HIGH

        public async Task<List<Product>> LinqPinned(string category) =>
            await container.GetItemLinqQueryable<Product>(requestOptions: new() { PartitionKey = new(category) }).ToFeedIterator().ReadNextAsync();
    }

    public interface IPrices
    {
        Task<object> Scan();
        Task<object> Of(string product);
        Task<List<TableEntity>> Rows(string product);
    }

    public class Prices(IAmazonDynamoDB dynamo, IDynamoDBContext context, TableClient table) : IPrices
    {
        public async Task<object> Scan()
        {
            await context.ScanAsync<Product>([]).GetRemainingAsync(); // finding SF2024 HIGH
            return await dynamo.ScanAsync(new ScanRequest { TableName = "prices", Limit = 10 }); // finding SF2024 HIGH
        }

        public async Task<object> Of(string product)
        {
            await context.QueryAsync<Product>(product).GetNextSetAsync();
            return await dynamo.QueryAsync(new QueryRequest { TableName = "prices", KeyConditionExpression = "PK = :pk" });
        }

        public async Task<List<TableEntity>> Rows(string product)
        {
            var rows = new List<TableEntity>();
            await foreach (var row in table.QueryAsync<TableEntity>(r => r.RowKey == product)) // finding SF2024 HIGH
                rows.Add(row);
            await foreach (var row in table.QueryAsync<TableEntity>($"RowKey eq '{product}'")) // finding SF2024 HIGH
                rows.Add(row);
            await foreach (var row in table.QueryAsync<TableEntity>(r => r.PartitionKey == "prices" && r.RowKey == product))
                rows.Add(row);
            await foreach (var row in table.QueryAsync<TableEntity>($"PartitionKey eq '{product}'"))
                rows.Add(row);
            return rows;
        }
    }

    [ApiController, Route("products")]
    public class ProductsController(Products products, IPrices prices) : ControllerBase
    {
        [HttpGet("search")] public Task<List<Product>> Search(string name) => products.Search(name);

        [HttpGet("sized")] public Task<List<Product>> Sized(string name) => products.Sized(name);

        [HttpGet("{category}")]
        public async Task<int> Category(string category) =>
            (await products.InCategory(category)).Count + (await products.Shared(category)).Count + (await products.Pinned(category)).Count + (await products.Given("WHERE c.category = 'x'")).Count;

        [HttpGet("linq")] public async Task<int> Linq(string category) => (await products.Linq()).Count + (await products.LinqPinned(category)).Count;

        [HttpGet("prices")]
        public async Task<object> Prices(string product)
        {
            await prices.Scan();
            await prices.Of(product);
            return await prices.Rows(product);
        }
    }

    public class Indexer(IAmazonDynamoDB dynamo) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await dynamo.ScanAsync(new ScanRequest { TableName = "prices" }, stoppingToken); // finding SF2024 MEDIUM
                await Task.Delay(60_000, stoppingToken);
            }
        }
    }
}
