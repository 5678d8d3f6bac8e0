namespace Shapes;

public class BlockShapes
{
    private readonly object _gate = new();
    private readonly Lock _lock = new();
    private string? _text;

    public void Loops(int n, string text, Span<int> span, List<int> list, IEnumerable<int> sequence)
    {
        for (var i = 0; i < n; i++) Probe.Hit("for"); // hit owner=Shapes.BlockShapes.Loops loop=yes
        Probe.Hit("between-loops"); // hit owner=Shapes.BlockShapes.Loops loop=no
        do n -= Probe.Hit("do"); // hit owner=Shapes.BlockShapes.Loops loop=yes
        while (n > 0);
        while (n < Probe.Hit("while-condition")) n++; // hit owner=Shapes.BlockShapes.Loops loop=yes
        foreach (var c in text) Probe.Hit("foreach-string"); // hit owner=Shapes.BlockShapes.Loops loop=yes
        foreach (ref var x in span) x = Probe.Hit("foreach-span"); // hit owner=Shapes.BlockShapes.Loops loop=yes
        foreach (var x in list) Probe.Hit("foreach-list"); // hit owner=Shapes.BlockShapes.Loops loop=yes
        foreach (var x in sequence) Probe.Hit("foreach-sequence"); // hit owner=Shapes.BlockShapes.Loops loop=yes
        foreach (var x in new int[2, 2]) Probe.Hit("foreach-matrix"); // hit owner=Shapes.BlockShapes.Loops loop=yes
        foreach (var (key, value) in new Dictionary<int, int>()) Probe.Hit("foreach-deconstruct"); // hit owner=Shapes.BlockShapes.Loops loop=yes
        Probe.Hit("after-loops"); // hit owner=Shapes.BlockShapes.Loops loop=no
    }

    public void Jumps(int[] xs)
    {
        var n = 0;
    again:
        Probe.Hit("goto-loop"); // hit owner=Shapes.BlockShapes.Jumps loop=yes
        if (n++ < 3) goto again;
        foreach (var x in xs)
        {
            if (x == 0) continue;
            if (x < 0)
            {
                Probe.Hit("before-break"); // hit owner=Shapes.BlockShapes.Jumps loop=no: left after it
                break;
            }

            Probe.Hit("after-continue"); // hit owner=Shapes.BlockShapes.Jumps loop=yes
        }

        if (n > 5) goto done;
        Probe.Hit("forward-goto"); // hit owner=Shapes.BlockShapes.Jumps loop=no
    done:
        Probe.Hit("label"); // hit owner=Shapes.BlockShapes.Jumps loop=no
    }

    public void Using(IDisposable resource)
    {
        using (resource)
        {
            Probe.Hit("using"); // hit owner=Shapes.BlockShapes.Using loop=no
        }

        using var declared = resource;
        for (var i = 0; i < 2; i++)
        {
            using var perRound = new MemoryStream();
            Probe.Hit("using-in-loop"); // hit owner=Shapes.BlockShapes.Using loop=yes
        }
    }

    public void Locks()
    {
        lock (_gate)
        {
            Probe.Hit("lock"); // hit owner=Shapes.BlockShapes.Locks loop=no
        }

        lock (_lock)
        {
            Probe.Hit("lock-of-lock"); // hit owner=Shapes.BlockShapes.Locks loop=no
        }

        while (_text is null)
        {
            lock (_lock) Probe.Hit("lock-in-loop"); // hit owner=Shapes.BlockShapes.Locks loop=yes
        }
    }

    public int Handlers(int n)
    {
        try
        {
            Probe.Hit("try"); // hit owner=Shapes.BlockShapes.Handlers loop=no
        }
        catch (ArgumentException e) when (e.Message.Length > Probe.Hit("filter")) // hit owner=Shapes.BlockShapes.Handlers loop=no
        {
            Probe.Hit("catch"); // hit owner=Shapes.BlockShapes.Handlers loop=no
            throw;
        }
        catch
        {
            Probe.Hit("catch-all"); // hit owner=Shapes.BlockShapes.Handlers loop=no
        }
        finally
        {
            Probe.Hit("finally"); // hit owner=Shapes.BlockShapes.Handlers loop=no
        }

        while (true)
        {
            try
            {
                return checked(n + 1);
            }
            catch (OverflowException)
            {
                n -= Probe.Hit("catch-and-again"); // hit owner=Shapes.BlockShapes.Handlers loop=yes
            }
        }
    }

    public void Retry(Action work)
    {
        while (true)
        {
            try
            {
                work();
                Probe.Hit("retry-done"); // hit owner=Shapes.BlockShapes.Retry loop=no: success leaves the loop
                break;
            }
            catch (TimeoutException e) when (e.Data.Count < Probe.Hit("retry-filter")) // hit owner=Shapes.BlockShapes.Retry loop=yes
            {
                Probe.Hit("retry-catch"); // hit owner=Shapes.BlockShapes.Retry loop=yes
            }
        }
    }

    public void HandlersInLoop(int[] xs)
    {
        foreach (var x in xs)
        {
            try
            {
                Probe.Hit("loop-try"); // hit owner=Shapes.BlockShapes.HandlersInLoop loop=yes
                if (x > 3) return;
            }
            catch (Exception)
            {
                Probe.Hit("loop-catch"); // hit owner=Shapes.BlockShapes.HandlersInLoop loop=yes
            }
            finally
            {
                Probe.Hit("loop-finally"); // hit owner=Shapes.BlockShapes.HandlersInLoop loop=yes
            }
        }
    }

    public int Choices(object value, int n)
    {
        var chosen = n > 0 ? Probe.Hit("ternary-true") : Probe.Hit("ternary-false"); // hit owner=Shapes.BlockShapes.Choices loop=no
        switch (n)
        {
            case 1:
            case 2 when Probe.Hit("switch-when") > 1: // hit owner=Shapes.BlockShapes.Choices loop=no
                Probe.Hit("switch-case"); // hit owner=Shapes.BlockShapes.Choices loop=no
                goto default;
            default:
                Probe.Hit("switch-default"); // hit owner=Shapes.BlockShapes.Choices loop=no
                break;
        }

        chosen += value switch { int i when i > 3 => Probe.Hit("arm-when"), string { Length: > 2 } s => Probe.Hit("arm-property"), int[] and [1, .., 2] => Probe.Hit("arm-list"), _ => 0 }; // hit owner=Shapes.BlockShapes.Choices loop=no
        if (value is (int and > 1) or not string) chosen += Probe.Hit("pattern"); // hit owner=Shapes.BlockShapes.Choices loop=no
        return value?.GetHashCode() ?? chosen;
    }

    public string Assignments(string? text)
    {
        _text ??= Probe.Hit("coalesce-assign").ToString(); // hit owner=Shapes.BlockShapes.Assignments loop=no
        text?.CompareTo(Probe.Hit("conditional-access").ToString()); // hit owner=Shapes.BlockShapes.Assignments loop=no
        (_text, text) = (text!, Probe.Hit("tuple").ToString()); // hit owner=Shapes.BlockShapes.Assignments loop=no
        return $"{text} is {Probe.Hit("interpolation"),5:N0} long"; // hit owner=Shapes.BlockShapes.Assignments loop=no
    }
}
