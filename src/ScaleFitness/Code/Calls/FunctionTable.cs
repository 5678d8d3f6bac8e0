using ScaleFitness.Code.Folding;

namespace ScaleFitness.Code.Calls;

/// <summary>
/// Something known of functions, found out when somebody asks: an array over their numbers. Safe to use from several
/// threads; should two find out the same at the same time, everybody sees what the first found.
/// </summary>
/// <param name="count">How many functions there are.</param>
/// <param name="find">Finds it out.</param>
internal sealed class FunctionTable<T>(int count, Func<SourceFunction, T> find)
    where T : class
{
    private readonly T?[] _known = new T?[count];

    /// <summary>What was found out so far, in the order of the functions.</summary>
    public IEnumerable<T> Known => _known.OfType<T>();

    public T this[SourceFunction function] =>
        Volatile.Read(ref _known[function.Index]) ?? Add(function);

    private T Add(SourceFunction function)
    {
        var found = find(function);
        return Interlocked.CompareExchange(ref _known[function.Index], found, null) ?? found;
    }
}
