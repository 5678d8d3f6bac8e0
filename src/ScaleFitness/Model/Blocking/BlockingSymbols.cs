namespace ScaleFitness.Model.Blocking;

/// <summary>Names of synchronous I/O and of databases' connections: a test resolves each against the framework, a package or a stub.</summary>
internal static class BlockingSymbols
{
    public const string File = "System.IO.File";
    public const string FileInfo = "System.IO.FileInfo";
    public const string FileStream = "System.IO.FileStream";
    public const string DirectoryType = "System.IO.Directory";
    public const string DirectoryInfo = "System.IO.DirectoryInfo";
    public const string Stream = "System.IO.Stream";
    public const string StreamReader = "System.IO.StreamReader";
    public const string TextReader = "System.IO.TextReader";
    public const string NetworkStream = "System.Net.Sockets.NetworkStream";
    public const string FormFile = "Microsoft.AspNetCore.Http.IFormFile";
    public const string HttpRequest = "Microsoft.AspNetCore.Http.HttpRequest";
    public const string Process = "System.Diagnostics.Process";
    public const string RabbitModel = "RabbitMQ.Client.IModel";
    public const string KafkaProducer = "Confluent.Kafka.IProducer`2";
    public const string RedisFlags = "StackExchange.Redis.CommandFlags";
}
