namespace Shapes;

public class AsyncShapes
{
    public async void Void()
    {
        await Task.Yield();
        Probe.Hit("async-void"); // hit owner=Shapes.AsyncShapes.Void loop=no
    }

    public async Task Plain()
    {
        Probe.Hit("async-before"); // hit owner=Shapes.AsyncShapes.Plain loop=no
        await Task.Delay(1);
        Probe.Hit("async-after"); // hit owner=Shapes.AsyncShapes.Plain loop=no
    }

    public async Task WithoutAnAwaitThatWaits()
    {
        Probe.Hit("async-completed"); // hit owner=Shapes.AsyncShapes.WithoutAnAwaitThatWaits loop=no
        await Task.CompletedTask;
    }

    public async ValueTask<int> Value(int n)
    {
        await Task.Yield();
        return n + Probe.Hit("async-valuetask"); // hit owner=Shapes.AsyncShapes.Value loop=no
    }

    public async ValueTask NonGenericValue()
    {
        await Task.Yield();
        Probe.Hit("async-valuetask-plain"); // hit owner=Shapes.AsyncShapes.NonGenericValue loop=no
    }

    public async Task<T> Generic<T>(T value)
    {
        await Task.Yield();
        Probe.Hit("async-generic"); // hit owner=Shapes.AsyncShapes.Generic loop=no
        return value;
    }

    public static async Task<int> Static(Task<int> task) => await task + Probe.Hit("async-static"); // hit owner=Shapes.AsyncShapes.Static loop=no

    public async Task NoAwaitInLoop(int[] xs)
    {
        foreach (var x in xs)
            Probe.Hit("async-loop-without-await"); // hit owner=Shapes.AsyncShapes.NoAwaitInLoop loop=yes
        await Task.Yield();
        Probe.Hit("async-after-loop-without-await"); // hit owner=Shapes.AsyncShapes.NoAwaitInLoop loop=no
    }

    public async Task AwaitInLoop(List<int> xs)
    {
        Probe.Hit("async-loop-before"); // hit owner=Shapes.AsyncShapes.AwaitInLoop loop=no
        foreach (var x in xs)
        {
            Probe.Hit("async-loop-first"); // hit owner=Shapes.AsyncShapes.AwaitInLoop loop=yes
            await Task.Delay(x);
            Probe.Hit("async-loop-second"); // hit owner=Shapes.AsyncShapes.AwaitInLoop loop=yes
        }

        Probe.Hit("async-loop-after"); // hit owner=Shapes.AsyncShapes.AwaitInLoop loop=no
        await Task.Yield();
        Probe.Hit("async-loop-after-await"); // hit owner=Shapes.AsyncShapes.AwaitInLoop loop=no
    }

    public async Task TwoLoops(int n)
    {
        for (var i = Probe.Hit("async-for-init"); i < n; i++) // hit owner=Shapes.AsyncShapes.TwoLoops loop=no
            await Task.Yield();
        Probe.Hit("async-between"); // hit owner=Shapes.AsyncShapes.TwoLoops loop=no
        while (await Task.FromResult(n) > 0)
        {
            n -= Probe.Hit("async-while"); // hit owner=Shapes.AsyncShapes.TwoLoops loop=yes
        }

        Probe.Hit("async-end"); // hit owner=Shapes.AsyncShapes.TwoLoops loop=no
    }

    public async Task Nested(int[][] rows)
    {
        foreach (var row in rows)
        {
            foreach (var cell in row)
            {
                await Task.Delay(cell);
                Probe.Hit("async-nested-inner"); // hit owner=Shapes.AsyncShapes.Nested loop=yes
            }

            Probe.Hit("async-nested-outer"); // hit owner=Shapes.AsyncShapes.Nested loop=yes
        }

        Probe.Hit("async-nested-after"); // hit owner=Shapes.AsyncShapes.Nested loop=no
    }

    public async Task ReturnsFromTheLoop(int[] xs)
    {
        foreach (var x in xs)
        {
            await Task.Yield();
            if (!Probe.Is(x)) continue;
            Probe.Hit("async-loop-exit"); // hit owner=Shapes.AsyncShapes.ReturnsFromTheLoop loop=no: runs once, then the loop is left
            return;
        }
    }

    public async Task Foreach(IAsyncEnumerable<int> xs)
    {
        await foreach (var x in xs.WithCancellation(default))
        {
            Probe.Hit("await-foreach"); // hit owner=Shapes.AsyncShapes.Foreach loop=yes
        }

        Probe.Hit("await-foreach-after"); // hit owner=Shapes.AsyncShapes.Foreach loop=no
    }

    public async Task ForeachWithAwait(IAsyncEnumerable<Task<int>> xs)
    {
        await foreach (var x in xs.ConfigureAwait(false))
        {
            await x.ConfigureAwait(false);
            Probe.Hit("await-foreach-await"); // hit owner=Shapes.AsyncShapes.ForeachWithAwait loop=yes
        }
    }

    public async Task Using(IAsyncDisposable first)
    {
        await using (first)
        {
            await Task.Yield();
            Probe.Hit("await-using"); // hit owner=Shapes.AsyncShapes.Using loop=no
        }

        await using var second = first.ConfigureAwait(false);
        Probe.Hit("await-using-declaration"); // hit owner=Shapes.AsyncShapes.Using loop=no
    }

    public async Task UsingInLoop(IEnumerable<IAsyncDisposable> all)
    {
        foreach (var one in all)
        {
            await using var disposed = one;
            Probe.Hit("await-using-loop"); // hit owner=Shapes.AsyncShapes.UsingInLoop loop=yes
        }
    }

    public async Task Handlers(Task task)
    {
        try
        {
            await task;
            Probe.Hit("async-try"); // hit owner=Shapes.AsyncShapes.Handlers loop=no
        }
        catch (InvalidOperationException e) when (e.Message.Length > Probe.Hit("async-filter")) // hit owner=Shapes.AsyncShapes.Handlers loop=no
        {
            await Task.Yield();
            Probe.Hit("async-catch"); // hit owner=Shapes.AsyncShapes.Handlers loop=no
        }
        finally
        {
            await Task.Yield();
            Probe.Hit("async-finally"); // hit owner=Shapes.AsyncShapes.Handlers loop=no
        }
    }

    public async Task Retry(Func<Task> work)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await work();
                Probe.Hit("async-retry-success"); // hit owner=Shapes.AsyncShapes.Retry loop=no: success leaves the loop
                return;
            }
            catch (TimeoutException) when (attempt < 3)
            {
                await Task.Delay(attempt);
                Probe.Hit("async-retry-catch"); // hit owner=Shapes.AsyncShapes.Retry loop=yes
            }
        }
    }

    public async Task HandlersInLoop(Task[] tasks)
    {
        foreach (var task in tasks)
        {
            try
            {
                await task;
            }
            catch (Exception)
            {
                Probe.Hit("async-loop-catch"); // hit owner=Shapes.AsyncShapes.HandlersInLoop loop=yes
            }
            finally
            {
                await Task.Yield();
                Probe.Hit("async-loop-finally"); // hit owner=Shapes.AsyncShapes.HandlersInLoop loop=yes
            }
        }

        Probe.Hit("async-loop-handlers-after"); // hit owner=Shapes.AsyncShapes.HandlersInLoop loop=no
    }

    public async Task<int> Expressions(Task<int?> a, Task<string?> b)
    {
        var chosen = await a ?? Probe.Hit("async-coalesce"); // hit owner=Shapes.AsyncShapes.Expressions loop=no
        var length = (await b)?.Length ?? 0;
        return (await a, length) switch
        {
            ( > 1, _) => await Task.FromResult(chosen),
            _ => Probe.Is(length) ? 1 : 2,
        };
    }
}
