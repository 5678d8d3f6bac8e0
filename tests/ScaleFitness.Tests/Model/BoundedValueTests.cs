using ScaleFitness.Code.Values;

namespace ScaleFitness.Tests.Model;

/// <summary>A comparison bounds the variable it tests, on the edge where it does.</summary>
public sealed class BoundedValueTests
{
    [Theory]
    [InlineData("if (p > 100) p = 100; Probe.See(p);", "100", "p <= 100")]
    [InlineData("if (p >= 100) p = 100; Probe.See(p);", "100", "p <= 100")]
    [InlineData("if (p <= 100) Probe.See(p);", "p <= 100")]
    [InlineData("if (100 < p) p = 100; Probe.See(p);", "100", "p <= 100")]
    [InlineData("if (p > 100) throw new Exception(); Probe.See(p);", "p <= 100")]
    [InlineData("if (p > 100) return; Probe.See(p);", "p <= 100")]
    [InlineData("if (p < 1 || p > 100) return; Probe.See(p);", "p <= 100")]
    [InlineData("if (p is < 1 or > 100) p = 20; Probe.See(p);", "20", "p <= 100")]
    [InlineData("var big = p > 100; if (big) return; Probe.See(p);", "p <= 100")]
    [InlineData("Probe.See(p > 100 ? 100 : p);", "100", "p <= 100")]
    [InlineData("var x = p switch { > 100 => 100, < 1 => 20, _ => p }; Probe.See(x);", "100", "20", "p <= 100")]
    [InlineData("var x = p; if (x > 100) x = 100; Probe.See(x);", "100", "p <= 100")]
    [InlineData("if (p > _field) p = _field; Probe.See(p);", "_field", "p <= _field")]
    [InlineData("if (p < 1) p = 1; Probe.See(p);", "1", "p")]
    [InlineData("if (p > 100) Console.WriteLine(); Probe.See(p);", "p")]
    [InlineData("var x = p; if (p > 100) p = 100; Probe.See(x);", "p")]
    [InlineData("if (n > 100) n = 100; Probe.See(n);", "n <= 100", "new Nullable<Int32>")]
    [InlineData("if (n is null or > 100) n = 100; Probe.See(n);", "n <= 100", "new Nullable<Int32>")]
    [InlineData("if (n is < 1 or > 100) return; Probe.See(n);", "n <= 100", "null")]
    [InlineData("if (n.HasValue) return; Probe.See(n);", "null")]
    [InlineData("if (p++ > 100) return; Probe.See(p);", "Add")]
    [InlineData("var big = p > 100; p = _field; if (big) return; Probe.See(p);", "_field")]
    [InlineData("while (b) { if (p > 100) p = 100; if (p > 50) p = 50; Probe.See(p); }", "100", "50", "p <= 100 <= 50")]
    public void Bounds(string body, params string[] expected)
    {
        Assert.Equal(expected, Seen(body, release: false, "void"));
        Assert.Equal(expected, Seen(body, release: true, "void"));
        if (body.Contains("b)", StringComparison.Ordinal))
            return;
        Assert.Equal(expected, Seen("await Task.Yield(); " + body, release: false, "async Task"));
        Assert.Equal(expected, Seen(body.Replace("; Probe", "; await Task.Yield(); Probe", StringComparison.Ordinal), release: true, "async Task"));
    }

    private static string[] Seen(string body, bool release, string returns)
    {
        var app = ModelSource.Read($$"""
            public static class Probe { public static void See(object? x) { } }
            public class C
            {
                private int _field;
                public {{returns}} M(int p, int? n, bool b) { {{body}} }
            }
            """, release);
        return [.. Parts(app.CallIn("C.M", "See").Arguments[0]).Select(Name).Distinct().Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<Value> Parts(Value value) => value is PhiValue phi ? phi.Alternatives.SelectMany(Parts) : [value];

    private static string Name(Value value) => value switch
    {
        BoundedValue bounded => $"{Name(bounded.Value)} <= {string.Join('|', Parts(bounded.Limit).Select(Name))}",
        ConstantValue constant => constant.Constant?.ToString() ?? "null",
        ArgumentValue argument => argument.Parameter!.Name,
        NewValue made => "new " + made.Type!.DisplayName,
        FieldValue field => field.Field.Name,
        ComputedValue computed => computed.Operation,
        _ => value.GetType().Name,
    };
}
