using System.Globalization;
using System.Text.Json.Serialization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.Model;
using Azure.Data.Tables;
using Azure.Messaging.EventHubs;
using Azure.Messaging.EventHubs.Producer;
using Confluent.Kafka;
using Microsoft.Azure.Cosmos;
using Microsoft.EntityFrameworkCore;
using Orleans;
using Orleans.Concurrency;
using Telemetry;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(new CosmosClient("AccountEndpoint=db"));
builder.Services.AddSingleton<Readings>();
builder.Services.AddSingleton<Streams>();
builder.Services.AddScoped<IArchive, Archive>();
builder.Services.AddDbContext<TelemetryContext>(o => o.UseCosmos("AccountEndpoint=db", "telemetry"));
builder.Services.AddHostedService<Roller>();
var app = builder.Build();

var database = app.Services.GetRequiredService<CosmosClient>().GetDatabase("telemetry");
await database.CreateContainerIfNotExistsAsync("readings", "/deviceId");
await database.CreateContainerIfNotExistsAsync("alarms", "/state"); // finding SF2019 HIGH
await database.CreateContainerIfNotExistsAsync("notes", "/nobodyKnows");
var daily = new ContainerProperties("daily", "/takenOn"); // finding SF2019 HIGH

app.MapPost("/readings", (Readings readings, Reading reading) => readings.Save(reading));
app.MapPost("/streams", (Streams streams, Reading reading) => streams.Send(reading));
app.MapPost("/archive", (IArchive archive, Reading reading) => archive.Keep(reading));
app.MapPost("/grains/{device}", async (IClusterClient grains, string device, Guid id) =>
{
    await grains.GetGrain<IDevice>(device).Touch();
    await grains.GetGrain<ICounter>("all").Touch(); // finding SF2019 HIGH @medium: one grain for everybody
    await grains.GetGrain<IWorker>(0).Touch();
    await grains.GetGrain<IVisit>(id).Touch();
});
app.Run();

namespace Telemetry
{
    public enum Severity { Low, High }

    public class Reading
    {
        public string Id { get; set; } = "";
        public string DeviceId { get; set; } = "";
        public Severity State { get; set; }
        [JsonPropertyName("takenOn")] public DateOnly Day { get; set; }
        public DateTime At { get; set; }
        public bool Urgent { get; set; }
    }

    public class TelemetryContext(DbContextOptions<TelemetryContext> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<Reading>().HasPartitionKey(r => r.State); // finding SF2019 HIGH
            modelBuilder.Entity<Device>().HasPartitionKey(d => d.Id);
            modelBuilder.Entity<Shift>().HasPartitionKey("Day"); // finding SF2019 HIGH
        }
    }

    public class Device
    {
        public string Id { get; set; } = "";
    }

    public class Shift
    {
        public string Id { get; set; } = "";
        public DateTime Day { get; set; }
    }

    public class Readings(CosmosClient client)
    {
        private Container Items => client.GetContainer("telemetry", "readings");

        public async Task Save(Reading reading)
        {
            await Items.CreateItemAsync(reading, new PartitionKey(DateTime.UtcNow.ToString("yyyy-MM-dd"))); // finding SF2019 HIGH
            await Items.UpsertItemAsync(reading, new PartitionKey("reading")); // finding SF2019 HIGH
            await Items.UpsertItemAsync(reading, new PartitionKey(reading.State.ToString())); // finding SF2019 HIGH
            await Items.UpsertItemAsync(reading, Month(reading)); // finding SF2019 HIGH
            await Items.CreateItemAsync(reading, new PartitionKey(reading.Urgent)); // finding SF2019 HIGH
            await Items.CreateItemAsync(reading, new PartitionKey(reading.DeviceId));
            await Items.CreateItemAsync(reading, new PartitionKey($"{reading.DeviceId}-{reading.At:yyyyMMdd}"));
            await Items.CreateItemAsync(reading, new PartitionKey($"{reading.At:yyyyMMdd}-{Math.Abs(reading.Id.GetHashCode()) % 64}"));
            await Items.CreateItemAsync(reading, new PartitionKey(reading.At.ToString("O", CultureInfo.InvariantCulture)));
            await Items.CreateItemAsync(reading);
        }

        private static PartitionKey Month(Reading reading)
        {
            var key = new PartitionKey($"{reading.At.Year}-{reading.At.Month}");
            return key;
        }
    }

    public class Streams(IProducer<string, string> producer, EventHubProducerClient hub)
    {
        private const string Topic = "readings";

        public async Task Send(Reading reading)
        {
            var hot = new Message<string, string> { Key = reading.State.ToString(), Value = reading.Id }; // finding SF2019 HIGH
            await producer.ProduceAsync(Topic, hot);
            await producer.ProduceAsync(Topic, new Message<string, string> { Key = reading.DeviceId, Value = reading.Id });
            await producer.ProduceAsync(Topic, new Message<string, string> { Key = "readings", Value = reading.Id }); // finding SF2019 HIGH
            await producer.ProduceAsync(Topic, new Message<string, string> { Key = null!, Value = reading.Id });
            await hub.SendAsync([new EventData(reading.Id)], new SendEventOptions { PartitionKey = DateOnly.FromDateTime(reading.At).ToString() }); // finding SF2019 HIGH
            await hub.SendAsync([new EventData(reading.Id)], new SendEventOptions { PartitionKey = reading.DeviceId });
            await hub.SendAsync([new EventData(reading.Id)]);
        }
    }

    public interface IArchive
    {
        Task Keep(Reading reading);
    }

    public class Archive(TableClient table, IAmazonDynamoDB dynamo, IDynamoDBContext context) : IArchive
    {
        public async Task Keep(Reading reading)
        {
            await table.AddEntityAsync(new TableEntity("readings", reading.Id)); // finding SF2019 HIGH
            await table.AddEntityAsync(new TableEntity(reading.DeviceId, reading.Id));
            await table.UpsertEntityAsync(new Row { PartitionKey = reading.At.ToString("yyyyMM"), RowKey = reading.Id }); // finding SF2019 HIGH
            await table.UpsertEntityAsync(new Row { PartitionKey = reading.DeviceId, RowKey = "readings" });
            await dynamo.PutItemAsync("readings", new Dictionary<string, AttributeValue> // finding SF2019 HIGH
            {
                ["PK"] = new AttributeValue { S = "DAY#" + reading.Day.ToString("yyyy-MM-dd") },
                ["SK"] = new AttributeValue { S = "READING" },
            });
            await dynamo.PutItemAsync("readings", new Dictionary<string, AttributeValue>
            {
                ["PK"] = new AttributeValue { S = "DEVICE#" + reading.DeviceId },
                ["SK"] = new AttributeValue { S = "DAY#" + reading.Day.ToString("yyyy-MM-dd") },
            });
            await context.SaveAsync(new Alarm(reading));
        }
    }

    public class Row : ITableEntity
    {
        public string PartitionKey { get; set; } = "";
        public string RowKey { get; set; } = "";
    }

    public class Setting : ITableEntity
    {
        public string PartitionKey { get; set; } = "settings"; // finding SF2019 HIGH
        public string RowKey { get; set; } = "";
    }

    [DynamoDBTable("alarms")]
    public class Alarm
    {
        public Alarm(Reading reading) // finding SF2019 HIGH
        {
            State = reading.State;
            Id = reading.Id;
        }

        [DynamoDBHashKey] public Severity State { get; set; }
        [DynamoDBRangeKey] public string Id { get; set; }
    }

    [DynamoDBTable("devices")]
    public class Known
    {
        [DynamoDBHashKey] public string Id { get; set; } = "";
        [DynamoDBRangeKey] public DateTime Day { get; set; }
    }

    public interface IDevice : IGrainWithStringKey { Task Touch(); }

    public interface ICounter : IGrainWithStringKey { Task Touch(); }

    public interface IVisit : IGrainWithGuidKey { Task Touch(); }

    public interface IWorker : IGrainWithIntegerKey { Task Touch(); }

    [StatelessWorker]
    public class Worker : Grain, IWorker
    {
        public Task Touch() => Task.CompletedTask;
    }

    public class Roller(CosmosClient client) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await client.GetContainer("telemetry", "rolled").CreateItemAsync("x", new PartitionKey("rolled"), cancellationToken: stoppingToken); // finding SF2019 MEDIUM
                await Task.Delay(1_000, stoppingToken);
            }
        }
    }
}
