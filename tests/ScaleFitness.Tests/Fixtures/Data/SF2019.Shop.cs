using Azure.Data.Tables;
using Confluent.Kafka;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Cosmos;
using ShopLog;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddScoped<IKeys, Keys>();
builder.Services.AddScoped<Log>();
builder.Services.AddScoped<Table>();
var app = builder.Build();
app.MapControllers();
app.Run();

namespace ShopLog
{
    public enum Region { North, South }

    public record Sale(Guid Id, string Customer, Region Region, DateTimeOffset At, int Shard, bool Paid);

    public interface IKeys
    {
        string Of(Sale sale);
        string Day(Sale sale);
    }

    public class Keys : IKeys
    {
        private const int Shards = 32;

        public string Of(Sale sale) => string.Join('-', sale.Region, sale.Customer);

        public string Day(Sale sale) => "sales-" + sale.At.ToString("yyyy-MM-dd");

        public static string Sharded(Sale sale) => $"{sale.Region}:{(uint)sale.Id.GetHashCode() % Shards}";

        public static string Numbered(Sale sale) => sale.At.ToString("yyyyMM") + "#" + sale.Shard;

        public static string ByRegion(Sale sale, bool paid) => paid ? sale.Region.ToString() : "open";
    }

    public class Log(IProducer<string, string> producer, IProducer<Null, string> unkeyed, Container sales, IKeys keys)
    {
        private Task Send(string key, Sale sale) => producer.ProduceAsync("sales", new Message<string, string> { Key = key, Value = sale.Customer });

        public Task OfCustomer(Sale sale) => Send(sale.Customer, sale);

        public Task OfSale(Sale sale) => producer.ProduceAsync("sales", new Message<string, string> { Key = sale.Id.ToString(), Value = "" });

        public Task Unkeyed(Sale sale) => unkeyed.ProduceAsync("sales", new Message<Null, string> { Value = sale.Customer });

        public Task Sharded(Sale sale) => producer.ProduceAsync("sales", new Message<string, string> { Key = Keys.Sharded(sale), Value = "" });

        public Task Numbered(Sale sale) => producer.ProduceAsync("sales", new Message<string, string> { Key = Keys.Numbered(sale), Value = "" });

        public Task ByRegion(Sale sale) => producer.ProduceAsync("sales", new Message<string, string> { Key = Keys.ByRegion(sale, sale.Paid), Value = "" }); // finding SF2019 HIGH

        public Task ByDay(Sale sale)
        {
            var message = new Message<string, string> { Value = "" };
            message.Key = keys.Day(sale); // finding SF2019 HIGH
            return producer.ProduceAsync("sales", message);
        }

        public async Task Save(Sale sale)
        {
            var key = new PartitionKey(keys.Of(sale));
            await sales.UpsertItemAsync(sale, key);
            await sales.ReadItemAsync<Sale>("settings", new PartitionKey("settings"));
            PartitionKey? own = new PartitionKeyBuilder().Add(sale.Customer).Add(sale.Region.ToString()).Build();
            await sales.UpsertItemAsync(sale, own);
        }
    }

    public class Null;

    public class Table(TableClient table)
    {
        public Task Add(Sale sale) => table.AddEntityAsync(new Row(sale));

        public Task AddLate(Sale sale)
        {
            var row = new LateRow { RowKey = sale.Id.ToString() };
            row.PartitionKey = sale.Customer;
            return table.AddEntityAsync(row);
        }
    }

    public class Row : ITableEntity
    {
        public Row(Sale sale)
        {
            PartitionKey = sale.Customer;
            RowKey = sale.At.ToString("yyyy-MM-dd");
        }

        public string PartitionKey { get; set; }
        public string RowKey { get; set; }
    }

    public class LateRow : ITableEntity
    {
        public string PartitionKey { get; set; } = "unknown";
        public string RowKey { get; set; } = "";
    }

    [ApiController, Route("sales")]
    public class SalesController(Log log, Table table) : ControllerBase
    {
        [HttpPost]
        public async Task Post(Sale sale)
        {
            await log.OfCustomer(sale);
            await log.OfSale(sale);
            await log.Unkeyed(sale);
            await log.Sharded(sale);
            await log.Numbered(sale);
            await log.ByRegion(sale);
            await log.ByDay(sale);
            await log.Save(sale);
            await table.Add(sale);
            await table.AddLate(sale);
        }
    }
}
