using System.Collections.Concurrent;
using System.Linq.Expressions;

namespace Shapes;

public class FunctionShapes
{
    private readonly int _offset = 1;

    public Func<int> Static() => static () => Probe.Hit("lambda-static"); // hit owner=Shapes.FunctionShapes.Static loop=no

    public Func<int> This() => () => _offset + Probe.Hit("lambda-this"); // hit owner=Shapes.FunctionShapes.This loop=no

    public Func<int> Captures(int n)
    {
        var m = n;
        return () => m++ + Probe.Hit("lambda-captures"); // hit owner=Shapes.FunctionShapes.Captures loop=no
    }

    public Func<Func<int>> Nested(int n) => () =>
    {
        var inner = n + 1;
        return () => inner + n + Probe.Hit("lambda-nested"); // hit owner=Shapes.FunctionShapes.Nested loop=no
    };

    public Action LoopInside(int[] xs) => () =>
    {
        foreach (var x in xs)
            Probe.Hit("lambda-loop-inside"); // hit owner=Shapes.FunctionShapes.LoopInside loop=yes
    };

    public List<Func<int>> MadeInALoop(int[] xs)
    {
        var made = new List<Func<int>>();
        foreach (var x in xs)
            made.Add(() => x + Probe.Hit("lambda-made-in-loop")); // hit owner=Shapes.FunctionShapes.MadeInALoop loop=no: made per round, run who knows when
        return made;
    }

    public Func<Task<int>> Async(int n) => async () =>
    {
        await Task.Delay(n);
        return Probe.Hit("lambda-async"); // hit owner=Shapes.FunctionShapes.Async loop=no
    };

    public Func<Task> AsyncLoop(int[] xs) => async () =>
    {
        foreach (var x in xs)
        {
            await Task.Delay(x);
            Probe.Hit("lambda-async-loop"); // hit owner=Shapes.FunctionShapes.AsyncLoop loop=yes
        }
    };

    public async Task AsyncInAsync(int n)
    {
        Func<Task> inner = async () =>
        {
            await Task.Delay(n);
            Probe.Hit("lambda-async-in-async"); // hit owner=Shapes.FunctionShapes.AsyncInAsync loop=no
        };
        await inner();
    }

    public Func<int, int> Delegate() => delegate (int n) { return n + Probe.Hit("anonymous-method"); }; // hit owner=Shapes.FunctionShapes.Delegate loop=no

    public T Generic<T>(T value)
    {
        Func<T> get = () => Probe.Hit("lambda-generic") > 0 ? value : default!; // hit owner=Shapes.FunctionShapes.Generic loop=no
        return get();
    }

    public int Local(int n)
    {
        return Add(n) + Scale(n) + Box(n).GetHashCode() + Down(n);

        int Add(int m) => m + n + Probe.Hit("local-capturing"); // hit owner=Shapes.FunctionShapes.Local loop=no
        static int Scale(int m) => m * Probe.Hit("local-static"); // hit owner=Shapes.FunctionShapes.Local loop=no
        T Box<T>(T value) => Probe.Hit("local-generic") > n ? value : default!; // hit owner=Shapes.FunctionShapes.Local loop=no
        int Down(int m) => m == 0 ? Probe.Hit("local-recursive") : Down(m - 1); // hit owner=Shapes.FunctionShapes.Local loop=no
    }

    public async Task<int> LocalAsync(int n)
    {
        return await First() + await Second(n);

        async Task<int> First()
        {
            await Task.Delay(n);
            return Probe.Hit("local-async"); // hit owner=Shapes.FunctionShapes.LocalAsync loop=no
        }

        static async ValueTask<int> Second(int m)
        {
            while (m-- > 0)
            {
                await Task.Yield();
                Probe.Hit("local-async-loop"); // hit owner=Shapes.FunctionShapes.LocalAsync loop=yes
            }

            return m;
        }
    }

    public int LocalInLambda(int n)
    {
        Func<int> outer = () =>
        {
            return Inner();
            int Inner() => n + Probe.Hit("local-in-lambda"); // hit owner=Shapes.FunctionShapes.LocalInLambda loop=no
        };
        return outer();
    }

    public int PerElement(List<int> xs)
    {
        var sum = xs.Select(x => x + Probe.Hit("select")).Sum(); // hit owner=Shapes.FunctionShapes.PerElement loop=yes
        xs.ForEach(x => Probe.Hit("for-each")); // hit owner=Shapes.FunctionShapes.PerElement loop=yes
        Parallel.ForEach(xs, x => Probe.Hit("parallel-for-each")); // hit owner=Shapes.FunctionShapes.PerElement loop=yes
        Parallel.For(0, 3, i => { Probe.Hit("parallel-for"); }); // hit owner=Shapes.FunctionShapes.PerElement loop=yes
        sum += xs.Where(x => x > Probe.Hit("where")).Count(); // hit owner=Shapes.FunctionShapes.PerElement loop=yes
        sum += xs.Any(x => x == Probe.Hit("any")) ? 1 : 0; // hit owner=Shapes.FunctionShapes.PerElement loop=yes
        sum += xs.ToDictionary(x => Probe.Hit("to-dictionary")).Count; // hit owner=Shapes.FunctionShapes.PerElement loop=yes
        return sum + xs.Aggregate(0, (all, x) => all + Probe.Hit("aggregate")); // hit owner=Shapes.FunctionShapes.PerElement loop=yes
    }

    public async Task PerElementAsync(int[] xs)
    {
        await Task.WhenAll(xs.Select(async x =>
        {
            await Task.Delay(x);
            Probe.Hit("select-async"); // hit owner=Shapes.FunctionShapes.PerElementAsync loop=yes
        }));
        await Parallel.ForEachAsync(xs, async (x, token) =>
        {
            await Task.Delay(x, token);
            Probe.Hit("parallel-for-each-async"); // hit owner=Shapes.FunctionShapes.PerElementAsync loop=yes
        });
    }

    public int NotPerElement(ConcurrentDictionary<int, int> map, Lazy<int> lazy)
    {
        var made = map.GetOrAdd(1, key => Probe.Hit("get-or-add")); // hit owner=Shapes.FunctionShapes.NotPerElement loop=no
        var later = new Lazy<int>(() => Probe.Hit("lazy")); // hit owner=Shapes.FunctionShapes.NotPerElement loop=no
        Task.Run(() => Probe.Hit("task-run")); // hit owner=Shapes.FunctionShapes.NotPerElement loop=no
        return made + later.Value + lazy.Value;
    }

    public IEnumerable<int> Query(List<int> xs)
    {
        return from x in xs
               where x > Probe.Hit("query-where") // hit owner=Shapes.FunctionShapes.Query loop=yes
               orderby Probe.Hit("query-order") // hit owner=Shapes.FunctionShapes.Query loop=yes
               let y = x + Probe.Hit("query-let") // hit owner=Shapes.FunctionShapes.Query loop=yes
               select y + Probe.Hit("query-select"); // hit owner=Shapes.FunctionShapes.Query loop=yes
    }

    public Expression<Func<int, int>> Tree() => x => x + Probe.Hit("expression-tree"); // hit none: data, not code that runs

    public Func<string, int> Group() => Probe.Hit;

    public IEnumerable<int> GroupPerElement(List<int> xs) => xs.Select(Twice);

    private static int Twice(int x) => x * Probe.Hit("method-group"); // hit owner=Shapes.FunctionShapes.Twice loop=no: a loop of the caller's

    public int Recursive(int n) => n == 0 ? Probe.Hit("recursive") : Recursive(n - 1); // hit owner=Shapes.FunctionShapes.Recursive loop=no

    public int Default(Func<int>? f = null)
    {
        var add = (int a, int b = 2) => a + b + Probe.Hit("lambda-default"); // hit owner=Shapes.FunctionShapes.Default loop=no
        return add(1) + (f?.Invoke() ?? 0);
    }
}
