using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace ScaleFitness.Model;

/// <summary>Parts of the model, each made when the first rule asks for it.</summary>
internal sealed class Parts
{
    private readonly ConcurrentDictionary<string, Lazy<object>> _made = new(StringComparer.Ordinal);

    /// <summary>The part that the caller is named after.</summary>
    public T Once<T>(Func<T> make, [CallerMemberName] string part = "")
        where T : class =>
        (T)_made.GetOrAdd(part, static (_, make) => new(() => make()), make).Value;
}
