namespace Shapes;

public record RecordShape(int Size)
{
    public int Double => Size * Probe.Hit("record-property"); // hit owner=Shapes.RecordShape.get_Double loop=no

    public RecordShape Grown() => this with { Size = Probe.Hit("record-with") }; // hit owner=Shapes.RecordShape.Grown loop=no
}

public readonly record struct RecordStructShape(int A)
{
    public async Task<int> Sum() => await Task.FromResult(A) + Probe.Hit("record-struct-async"); // hit owner=Shapes.RecordStructShape.Sum loop=no
}

public class PrimaryShape(int start, Func<int> next) : BaseShape(Probe.Hit("primary-base-argument")) // hit owner=Shapes.PrimaryShape..ctor loop=no
{
    private readonly int _first = start + Probe.Hit("primary-field-initialiser"); // hit owner=Shapes.PrimaryShape..ctor loop=no

    public int Next() => _first + next() + Probe.Hit("primary-captured"); // hit owner=Shapes.PrimaryShape.Next loop=no

    public Func<int> Later() => () => start + Probe.Hit("primary-in-lambda"); // hit owner=Shapes.PrimaryShape.Later loop=no
}

public class BaseShape
{
    private static readonly int Shared = Probe.Hit("static-initialiser"); // hit owner=Shapes.BaseShape..cctor loop=no

    public BaseShape(int n)
    {
        Probe.Hit("constructor"); // hit owner=Shapes.BaseShape..ctor loop=no
        for (var i = 0; i < n + Shared; i++) Probe.Hit("constructor-loop"); // hit owner=Shapes.BaseShape..ctor loop=yes
    }

    ~BaseShape()
    {
        Probe.Hit("finalizer"); // hit owner=Shapes.BaseShape.Finalize loop=no
    }
}

public class MemberShape
{
    private readonly Func<int> _field = () => Probe.Hit("lambda-in-field-initialiser"); // hit owner=Shapes.MemberShape..ctor loop=no

    public int Field
    {
        get => field + Probe.Hit("field-getter"); // hit owner=Shapes.MemberShape.get_Field loop=no
        set
        {
            if (value > 0) field = value + Probe.Hit("field-setter"); // hit owner=Shapes.MemberShape.set_Field loop=no
        }
    }

    public int Initialised { get; init; } = Probe.Hit("auto-property-initialiser"); // hit owner=Shapes.MemberShape..ctor loop=no

    public int this[int index] => index + Probe.Hit("indexer"); // hit owner=Shapes.MemberShape.get_Item loop=no

    public event Action Changed
    {
        add => Probe.Hit("event-add"); // hit owner=Shapes.MemberShape.add_Changed loop=no
        remove => Probe.Hit("event-remove"); // hit owner=Shapes.MemberShape.remove_Changed loop=no
    }

    public event Action? Plain;

    public void Raise()
    {
        Plain += () => Probe.Hit("event-handler"); // hit owner=Shapes.MemberShape.Raise loop=no
        Plain?.Invoke();
        _field();
    }

    public static MemberShape operator +(MemberShape a, MemberShape b)
    {
        Probe.Hit("operator"); // hit owner=Shapes.MemberShape.op_Addition loop=no
        return a;
    }

    public static implicit operator int(MemberShape shape) => Probe.Hit("conversion"); // hit owner=Shapes.MemberShape.op_Implicit loop=no

    public void Deconstruct(out int a, out int b) => a = b = Probe.Hit("deconstruct"); // hit owner=Shapes.MemberShape.Deconstruct loop=no

    public class Inner<T>
    {
        public class Deep
        {
            public async Task<T[]> Run(T[] items)
            {
                foreach (var item in items)
                {
                    await Task.Yield();
                    Probe.Hit("nested-generic-type"); // hit owner=Shapes.MemberShape.Inner.Deep.Run loop=yes
                }

                return items;
            }
        }
    }
}

file class FileLocalShape
{
    public async Task Run()
    {
        await Task.Yield();
        Probe.Hit("file-local"); // hit owner=Shapes.FileLocalShape.Run loop=no
    }
}

public interface IShape<TSelf> where TSelf : IShape<TSelf>
{
    static abstract int Make();

    static virtual int Made() => TSelf.Make() + Probe.Hit("static-virtual"); // hit owner=Shapes.IShape.Made loop=no

    int Default() => Probe.Hit("default-interface-method"); // hit owner=Shapes.IShape.Default loop=no
}

public readonly struct StructShape : IShape<StructShape>
{
    public static int Make() => Probe.Hit("static-abstract"); // hit owner=Shapes.StructShape.Make loop=no

    int IShape<StructShape>.Default() => Probe.Hit("explicit-implementation"); // hit owner=Shapes.StructShape.Default loop=no
}

public partial class PartialShape
{
    public partial Task<int> Run(int n);

    partial void Optional();

    public partial int Size { get; }

    public void Call() => Optional();
}

public partial class PartialShape
{
    public async partial Task<int> Run(int n)
    {
        await Task.Delay(n);
        return Probe.Hit("partial-method"); // hit owner=Shapes.PartialShape.Run loop=no
    }

    public partial int Size => Probe.Hit("partial-property"); // hit owner=Shapes.PartialShape.get_Size loop=no
}

public static class ExtensionShape
{
    public static async Task<int> Old(this Task<int> task) => await task + Probe.Hit("extension-method"); // hit owner=Shapes.ExtensionShape.Old loop=no

    extension(IEnumerable<int> source)
    {
        public int New() => source.Select(x => x + Probe.Hit("extension-block")).Sum(); // hit owner=Shapes.ExtensionShape.New loop=yes
    }
}

public abstract class GenericShape<TKey, TValue>
    where TKey : notnull
{
    private readonly Dictionary<TKey, TValue> _values = [];

    public IEnumerable<TValue> Walk<TOther>(IEnumerable<TOther> others, Func<TOther, TKey> key)
    {
        foreach (var other in others)
        {
            if (_values.TryGetValue(key(other), out var value) && Probe.Hit("generic-iterator") > 0) // hit owner=Shapes.GenericShape.Walk loop=yes
                yield return value;
        }
    }

    public async Task<TValue> Get(TKey key, Func<TKey, Task<TValue>> make)
    {
        if (_values.TryGetValue(key, out var known)) return known;
        var value = await make(key);
        Probe.Hit("generic-async"); // hit owner=Shapes.GenericShape.Get loop=no
        return _values[key] = value;
    }
}
