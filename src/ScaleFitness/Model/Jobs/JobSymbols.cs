namespace ScaleFitness.Model.Jobs;

/// <summary>Well-known types of queues in the process.</summary>
internal static class JobSymbols
{
    public const string Channel = "System.Threading.Channels.Channel`1";
    public const string ChannelPair = "System.Threading.Channels.Channel`2";
    public const string ChannelWriter = "System.Threading.Channels.ChannelWriter`1";
    public const string ChannelReader = "System.Threading.Channels.ChannelReader`1";
    public const string Queue = "System.Collections.Generic.Queue`1";
    public const string PriorityQueue = "System.Collections.Generic.PriorityQueue`2";
    public const string Stack = "System.Collections.Generic.Stack`1";
    public const string List = "System.Collections.Generic.List`1";
    public const string LinkedList = "System.Collections.Generic.LinkedList`1";
    public const string ConcurrentQueue = "System.Collections.Concurrent.ConcurrentQueue`1";
    public const string ConcurrentStack = "System.Collections.Concurrent.ConcurrentStack`1";
    public const string ConcurrentBag = "System.Collections.Concurrent.ConcurrentBag`1";
    public const string BlockingCollection = "System.Collections.Concurrent.BlockingCollection`1";
    public const string ProducerConsumer = "System.Collections.Concurrent.IProducerConsumerCollection`1";
    public const string BufferBlock = "System.Threading.Tasks.Dataflow.BufferBlock`1";
    public const string DataflowBlock = "System.Threading.Tasks.Dataflow.DataflowBlock";
    public const string Logger = "Microsoft.Extensions.Logging.ILogger";
    public const string LoggerProvider = "Microsoft.Extensions.Logging.ILoggerProvider";
}
