namespace ScaleFitness.Model.Effects;

/// <summary>Neighbours over the network: HTTP, brokers, mail, caches, object stores. Clients that a library generates are told by their base, see <see cref="EffectReader"/>.</summary>
internal static class NetworkEffects
{
    private const bool Read = false;
    private const bool Write = true;

    public static IReadOnlyList<EffectRow> Rows { get; } =
    [
        new("System.Net.Http.HttpMessageInvoker", EffectKind.Http, Write, "Send", "SendAsync"),
        new("System.Net.Http.HttpClient", EffectKind.Http, Write, "PostAsync", "PutAsync", "PatchAsync", "DeleteAsync"),
        new("System.Net.Http.HttpClient", EffectKind.Http, Read, "GetAsync", "GetStringAsync", "GetByteArrayAsync", "GetStreamAsync"),
        new("System.Net.Http.Json.HttpClientJsonExtensions", EffectKind.Http, Write, "Post*", "Put*", "Patch*", "Delete*"),
        new("System.Net.Http.Json.HttpClientJsonExtensions", EffectKind.Http, Read, "Get*"),
        new("System.Net.WebClient", EffectKind.Http, Read, "Download*", "Upload*", "OpenRead*"),
        new("System.Net.WebRequest", EffectKind.Http, Read, "GetResponse*", "GetRequestStream*"),
        new("RestSharp.IRestClient", EffectKind.Http, Write, "Execute*"),
        new("RestSharp.RestClientExtensions", EffectKind.Http, Write, "Execute*", "Get*", "Post*", "Put*", "Delete*", "Patch*"),
        new("Flurl.Http.IFlurlRequest", EffectKind.Http, Write, "SendAsync"),
        new("Flurl.Http.GeneratedExtensions", EffectKind.Http, Write, "Get*", "Post*", "Put*", "Delete*", "Patch*"),
        new("RabbitMQ.Client.IChannel", EffectKind.Broker, Write, "BasicPublishAsync"),
        new("RabbitMQ.Client.IChannelExtensions", EffectKind.Broker, Write, "BasicPublishAsync"),
        new("RabbitMQ.Client.IModel", EffectKind.Broker, Write, "BasicPublish"),
        new("Confluent.Kafka.IProducer`2", EffectKind.Broker, Write, "Produce", "ProduceAsync", "Flush"),
        new("MassTransit.IPublishEndpoint", EffectKind.Broker, Write, "Publish*"),
        new("MassTransit.ISendEndpoint", EffectKind.Broker, Write, "Send*"),
        new("MassTransit.IRequestClient`1", EffectKind.Rpc, Write, "GetResponse*"),
        new("Azure.Messaging.ServiceBus.ServiceBusSender", EffectKind.Broker, Write, "Send*", "Schedule*"),
        new("Azure.Messaging.EventHubs.Producer.EventHubProducerClient", EffectKind.Broker, Write, "SendAsync"),
        new("Azure.Storage.Queues.QueueClient", EffectKind.Broker, Write, "SendMessage*"),
        new("Amazon.SQS.IAmazonSQS", EffectKind.Broker, Write, "SendMessage*", "DeleteMessage*"),
        new("System.Net.Mail.SmtpClient", EffectKind.Mail, Write, "Send", "SendMailAsync"),
        new("MailKit.Net.Smtp.ISmtpClient", EffectKind.Mail, Write, "Send*"),
        new("MailKit.IMailTransport", EffectKind.Mail, Write, "Send*"),
        new("MailKit.IMailService", EffectKind.Mail, Write, "Connect*", "Authenticate*"),
        new("Microsoft.Extensions.Caching.Distributed.IDistributedCache", EffectKind.Cache, Write, "Set", "SetAsync", "Remove", "RemoveAsync", "Refresh", "RefreshAsync"),
        new("Microsoft.Extensions.Caching.Distributed.IDistributedCache", EffectKind.Cache, Read, "Get", "GetAsync"),
        new("Microsoft.Extensions.Caching.Distributed.DistributedCacheExtensions", EffectKind.Cache, Write, "Set*"),
        new("Microsoft.Extensions.Caching.Distributed.DistributedCacheExtensions", EffectKind.Cache, Read, "Get*"),
        new("StackExchange.Redis.IDatabase", EffectKind.Cache, Write, "StringSet*", "StringIncrement*", "StringDecrement*", "KeyDelete*", "KeyExpire*", "HashSet*", "HashIncrement*", "HashDelete*", "ListLeftPush*", "ListRightPush*", "SetAdd*", "SortedSetAdd*", "ScriptEvaluate*", "LockTake*", "LockRelease*"),
        new("StackExchange.Redis.IDatabase", EffectKind.Cache, Read, "StringGet*", "KeyExists*", "HashGet*", "ListRange*", "SetMembers*", "SortedSetRange*", "LockQuery*"),
        new("StackExchange.Redis.IDatabaseAsync", EffectKind.Cache, Write, "StringSetAsync", "StringIncrementAsync", "StringDecrementAsync", "KeyDeleteAsync", "KeyExpireAsync", "HashSetAsync", "HashIncrementAsync", "HashDeleteAsync", "ListLeftPushAsync", "ListRightPushAsync", "SetAddAsync", "SortedSetAddAsync", "ScriptEvaluateAsync", "LockTakeAsync", "LockReleaseAsync"),
        new("StackExchange.Redis.IDatabaseAsync", EffectKind.Cache, Read, "StringGetAsync", "KeyExistsAsync", "HashGetAsync", "HashGetAllAsync", "ListRangeAsync", "SetMembersAsync", "SortedSetRangeByRankAsync", "LockQueryAsync"),
        new("StackExchange.Redis.ISubscriber", EffectKind.Cache, Write, "Publish*"),
        new("Azure.Storage.Blobs.BlobClient", EffectKind.Storage, Write, "Upload*"),
        new("Azure.Storage.Blobs.Specialized.BlobBaseClient", EffectKind.Storage, Read, "Download*", "Exists*", "OpenRead*", "Delete*"),
        new("Azure.Storage.Blobs.BlobContainerClient", EffectKind.Storage, Write, "UploadBlob*", "DeleteBlob*", "CreateIfNotExists*"),
        new("Amazon.S3.IAmazonS3", EffectKind.Storage, Write, "PutObject*", "DeleteObject*", "CopyObject*"),
        new("Amazon.S3.IAmazonS3", EffectKind.Storage, Read, "GetObject*", "ListObjects*"),
        new("Microsoft.AspNetCore.SignalR.IClientProxy", EffectKind.Push, Write, "SendCoreAsync"),
        new("Microsoft.AspNetCore.SignalR.ClientProxyExtensions", EffectKind.Push, Write, "SendAsync"),
    ];
}
