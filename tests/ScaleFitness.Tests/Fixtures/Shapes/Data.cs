using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Shapes;

[InlineArray(4)]
public struct Four
{
    private int _first;
}

public ref struct RefShape(Span<int> span)
{
    private readonly Span<int> _span = span;

    public int Sum()
    {
        var sum = 0;
        foreach (var x in _span) sum += x + Probe.Hit("ref-struct"); // hit owner=Shapes.RefShape.Sum loop=yes
        return sum;
    }
}

public class DataShapes
{
    public int InlineArray()
    {
        Four four = default;
        four[0] = Probe.Hit("inline-array"); // hit owner=Shapes.DataShapes.InlineArray loop=no
        foreach (var x in four) Probe.Hit("inline-array-loop"); // hit owner=Shapes.DataShapes.InlineArray loop=yes
        return four[3];
    }

    public List<int> Collections(int[] xs)
    {
        List<int> list = [1, Probe.Hit("collection-expression"), .. xs]; // hit owner=Shapes.DataShapes.Collections loop=no
        ReadOnlySpan<int> span = [1, 2, Probe.Hit("collection-span")]; // hit owner=Shapes.DataShapes.Collections loop=no
        var made = new List<int> { 1, Probe.Hit("collection-initialiser") }; // hit owner=Shapes.DataShapes.Collections loop=no
        var map = new Dictionary<string, int> { ["a"] = Probe.Hit("index-initialiser") }; // hit owner=Shapes.DataShapes.Collections loop=no
        return [.. list, .. made, span.Length + map.Count];
    }

    public unsafe int Pointers(int[] xs)
    {
        fixed (int* p = xs)
        {
            for (var q = p; q < p + xs.Length; q++) *q = Probe.Hit("pointer-loop"); // hit owner=Shapes.DataShapes.Pointers loop=yes
        }

        var stack = stackalloc int[2];
        stack[0] = Probe.Hit("stackalloc"); // hit owner=Shapes.DataShapes.Pointers loop=no
        delegate*<string, int> f = &Probe.Hit;
        return stack[0] + f("x");
    }

    public object Dynamic(dynamic d)
    {
        d.Call(Probe.Hit("dynamic-argument")); // hit owner=Shapes.DataShapes.Dynamic loop=no
        foreach (var x in d) Probe.Hit("dynamic-loop"); // hit owner=Shapes.DataShapes.Dynamic loop=yes
        return d.Name + Probe.Hit("dynamic-add"); // hit owner=Shapes.DataShapes.Dynamic loop=no
    }

    public int References(ref int n, in int m, out int o)
    {
        ref var r = ref n;
        r += o = m + Probe.Hit("by-reference"); // hit owner=Shapes.DataShapes.References loop=no
        return CollectionsMarshal.AsSpan(new List<int> { n })[0];
    }

    public int Tuples((int A, string B) pair)
    {
        var (a, b) = pair;
        (int, int) made = (a, Probe.Hit("tuple-element")); // hit owner=Shapes.DataShapes.Tuples loop=no
        return made.Item2 + b.Length + (pair == (1, "x") ? 1 : 0);
    }

    public int Params() => Sum(1, Probe.Hit("params-span")); // hit owner=Shapes.DataShapes.Params loop=no

    private static int Sum(params ReadOnlySpan<int> xs)
    {
        var sum = 0;
        for (var i = 0; i < xs.Length; i++) sum += xs[i] * Probe.Hit("span-indexed"); // hit owner=Shapes.DataShapes.Sum loop=yes
        return sum;
    }

    public object Anonymous() => new { Size = Probe.Hit("anonymous-type") }; // hit owner=Shapes.DataShapes.Anonymous loop=no

    public async Task<int> SpanAcrossAwaits(byte[] bytes)
    {
        Span<byte> before = bytes;
        before[0] = 1;
        await Task.Yield();
        Span<byte> after = bytes;
        return after.Length + Probe.Hit("span-after-await"); // hit owner=Shapes.DataShapes.SpanAcrossAwaits loop=no
    }

    public int Throws(object? value) => value is null ? throw new ArgumentNullException(nameof(value)) : Probe.Hit("throw-expression"); // hit owner=Shapes.DataShapes.Throws loop=no

    public string Handler(int n) => string.Create(null, $"{n} of {Probe.Hit("interpolation-handler")}"); // hit owner=Shapes.DataShapes.Handler loop=no

    public int Ranges(string text) => text[1..^Probe.Hit("range")].Length + text[^1]; // hit owner=Shapes.DataShapes.Ranges loop=no

    public string ManyCases(string text)
    {
        switch (text)
        {
            case "a": return "1";
            case "b": return "2";
            case "c": return "3";
            case "d": return "4";
            case "e": return "5";
            case "f": return "6";
            case "g": return "7";
            case "h": return Probe.Hit("switch-hash").ToString(); // hit owner=Shapes.DataShapes.ManyCases loop=no
            default: return "";
        }
    }

    [MethodImpl(MethodImplOptions.Synchronized)]
    public void Synchronised() => Probe.Hit("synchronised"); // hit owner=Shapes.DataShapes.Synchronised loop=no
}
