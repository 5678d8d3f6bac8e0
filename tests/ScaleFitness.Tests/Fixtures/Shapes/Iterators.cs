using System.Runtime.CompilerServices;

namespace Shapes;

public class IteratorShapes
{
    public IEnumerable<int> Straight()
    {
        yield return Probe.Hit("iterator-first"); // hit owner=Shapes.IteratorShapes.Straight loop=no
        yield return Probe.Hit("iterator-second"); // hit owner=Shapes.IteratorShapes.Straight loop=no
        Probe.Hit("iterator-last"); // hit owner=Shapes.IteratorShapes.Straight loop=no
    }

    public IEnumerable<int> Loop(int[] xs)
    {
        Probe.Hit("iterator-before"); // hit owner=Shapes.IteratorShapes.Loop loop=no
        foreach (var x in xs)
        {
            Probe.Hit("iterator-loop-before-yield"); // hit owner=Shapes.IteratorShapes.Loop loop=yes
            yield return x;
            Probe.Hit("iterator-loop-after-yield"); // hit owner=Shapes.IteratorShapes.Loop loop=yes
        }

        Probe.Hit("iterator-after"); // hit owner=Shapes.IteratorShapes.Loop loop=no
    }

    public IEnumerable<int> LoopWithoutYield(int n)
    {
        for (var i = 0; i < n; i++) Probe.Hit("iterator-loop-plain"); // hit owner=Shapes.IteratorShapes.LoopWithoutYield loop=yes
        yield return n;
        Probe.Hit("iterator-after-plain-loop"); // hit owner=Shapes.IteratorShapes.LoopWithoutYield loop=no
    }

    public IEnumerator<T> Enumerator<T>(IEnumerable<T> source)
    {
        using var inner = source.GetEnumerator();
        while (inner.MoveNext())
        {
            Probe.Hit("iterator-enumerator"); // hit owner=Shapes.IteratorShapes.Enumerator loop=yes
            yield return inner.Current;
        }
    }

    public IEnumerable<int> Finally(int n)
    {
        try
        {
            while (n-- > 0) yield return n;
            Probe.Hit("iterator-try"); // hit owner=Shapes.IteratorShapes.Finally loop=no
        }
        finally
        {
            Probe.Hit("iterator-finally"); // hit owner=Shapes.IteratorShapes.Finally loop=no
        }
    }

    public IEnumerable<int> Break(int[] xs)
    {
        foreach (var x in xs)
        {
            if (x < 0)
            {
                Probe.Hit("iterator-break"); // hit owner=Shapes.IteratorShapes.Break loop=no: left after it
                yield break;
            }

            yield return Probe.Hit("iterator-go-on"); // hit owner=Shapes.IteratorShapes.Break loop=yes
        }
    }

    public IEnumerable<int> NestedLoops(int n)
    {
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < i; j++) yield return j;
            Probe.Hit("iterator-outer"); // hit owner=Shapes.IteratorShapes.NestedLoops loop=yes
        }
    }

    public static IEnumerable<int> Endless
    {
        get
        {
            while (true) yield return Probe.Hit("iterator-property"); // hit owner=Shapes.IteratorShapes.get_Endless loop=yes
        }
    }

    public async IAsyncEnumerable<int> Async([EnumeratorCancellation] CancellationToken token = default)
    {
        Probe.Hit("async-iterator-before"); // hit owner=Shapes.IteratorShapes.Async loop=no
        while (!token.IsCancellationRequested)
        {
            await Task.Delay(1, token);
            yield return Probe.Hit("async-iterator-loop"); // hit owner=Shapes.IteratorShapes.Async loop=yes
        }

        Probe.Hit("async-iterator-after"); // hit owner=Shapes.IteratorShapes.Async loop=no
    }

    public async IAsyncEnumerable<int> AsyncStraight()
    {
        yield return 1;
        await Task.Yield();
        Probe.Hit("async-iterator-straight"); // hit owner=Shapes.IteratorShapes.AsyncStraight loop=no
        yield return 2;
    }

    public async IAsyncEnumerable<T> AsyncFinally<T>(IAsyncEnumerable<T> source)
    {
        try
        {
            await foreach (var item in source)
            {
                yield return item;
                Probe.Hit("async-iterator-foreach"); // hit owner=Shapes.IteratorShapes.AsyncFinally loop=yes
            }
        }
        finally
        {
            await Task.Yield();
            Probe.Hit("async-iterator-finally"); // hit owner=Shapes.IteratorShapes.AsyncFinally loop=no
        }
    }

    public IEnumerable<int> Local()
    {
        return Inner();

        IEnumerable<int> Inner()
        {
            foreach (var x in new[] { 1, 2 })
                yield return Probe.Hit("iterator-local-function"); // hit owner=Shapes.IteratorShapes.Local loop=yes
        }
    }
}
