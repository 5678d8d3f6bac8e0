namespace ScaleFitness.Model.Tasks;

/// <summary>Names of tasks and what starts and waits for them: a test resolves each against the framework.</summary>
internal static class TaskSymbols
{
    public const string Task = "System.Threading.Tasks.Task";
    public const string TaskOf = "System.Threading.Tasks.Task`1";
    public const string ValueTask = "System.Threading.Tasks.ValueTask";
    public const string ValueTaskOf = "System.Threading.Tasks.ValueTask`1";
    public const string Factory = "System.Threading.Tasks.TaskFactory";
    public const string ThreadPool = "System.Threading.ThreadPool";
    public const string Thread = "System.Threading.Thread";
    public const string Awaiter = "System.Runtime.CompilerServices.TaskAwaiter";
    public const string AwaiterOf = "System.Runtime.CompilerServices.TaskAwaiter`1";
    public const string ValueAwaiter = "System.Runtime.CompilerServices.ValueTaskAwaiter";
    public const string ValueAwaiterOf = "System.Runtime.CompilerServices.ValueTaskAwaiter`1";
    public const string ConfiguredAwaiter = "System.Runtime.CompilerServices.ConfiguredTaskAwaitable+ConfiguredTaskAwaiter";
    public const string ConfiguredAwaiterOf = "System.Runtime.CompilerServices.ConfiguredTaskAwaitable`1+ConfiguredTaskAwaiter";
    public const string ConfiguredValueAwaiter = "System.Runtime.CompilerServices.ConfiguredValueTaskAwaitable+ConfiguredValueTaskAwaiter";
    public const string ConfiguredValueAwaiterOf = "System.Runtime.CompilerServices.ConfiguredValueTaskAwaitable`1+ConfiguredValueTaskAwaiter";
}
