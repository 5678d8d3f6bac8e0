using System.Diagnostics;
using StackExchange.Redis;

// A tool for one run: nothing here serves anybody. And the machine's name may be said.
Console.WriteLine($"{Environment.MachineName} {Process.GetCurrentProcess().Id}");
using var single = new Mutex(false, "tool");
var redis = ConnectionMultiplexer.Connect("localhost");
Console.WriteLine(redis.GetDatabase().StringGet($"last:{Environment.MachineName}").HasValue);

public class Nothing
{
    public string Name => Environment.MachineName;
}
