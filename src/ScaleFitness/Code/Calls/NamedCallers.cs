using System.Collections.Concurrent;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Calls;

/// <summary>
/// Who may call a function, and who stores to a field, told from the symbols that bodies name. Thousands may name
/// something that is called the same: they are gone through once for a name, whichever function or field it is asked for.
/// </summary>
internal sealed class NamedCallers(CompiledProgram program, CallIndex index, PossibleCalls possible)
{
    private readonly ConcurrentDictionary<string, Callers> _callers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<FieldDefinition, List<SourceFunction>>> _writers = new(StringComparer.Ordinal);

    /// <summary>Functions that name the function, a base's or an interface's, and may run it, in a stable order.</summary>
    public IReadOnlyList<SourceFunction> Of(SourceFunction function) =>
        _callers.GetOrAdd(NameOf(function.Method), FindCallers).Of(function);

    /// <summary>Functions that store to the field, in a stable order.</summary>
    public IReadOnlyList<SourceFunction> WritersOf(FieldDefinition field) =>
        _writers.GetOrAdd(field.Name, FindWriters).GetValueOrDefault(field, []);

    /// <summary>Explicit implementations are called by the interface's name; constructors are indexed by their type's.</summary>
    public static string NameOf(MethodDefinition method) =>
        method.IsConstructor ? method.DeclaringType.Reference.Name
        : method.ExplicitlyImplements is [var implemented, ..] ? implemented.Name
        : method.Name;

    private Callers FindCallers(string name)
    {
        var callers = new Callers(index.Mentioning(name));
        for (var place = 0; place < callers.Mentioning.Count; place++)
            if (possible.From(callers.Mentioning[place]) is { } targets)
                foreach (var target in targets.Where(t => NameOf(t.Method) == name))
                    Add(callers.ByTarget, target, place);
            else
                callers.OfAny.Add(place);
        return callers;
    }

    private Dictionary<FieldDefinition, List<SourceFunction>> FindWriters(string name)
    {
        var writers = new Dictionary<FieldDefinition, List<SourceFunction>>();
        foreach (var mentioning in index.Mentioning(name))
            foreach (var mention in mentioning.BodyMethod.Mentions)
                if (mention is { Code: RawCode.StoreField or RawCode.StoreStatic, Symbol: FieldRef written } && written.Name == name && program.Find(written) is { } field)
                    Add(writers, field, mentioning);
        return writers;
    }

    private static void Add<TKey, TItem>(Dictionary<TKey, List<TItem>> known, TKey key, TItem item)
        where TKey : class
    {
        if (!known.TryGetValue(key, out var items))
            known[key] = items = [];
        if (items.Count == 0 || !EqualityComparer<TItem>.Default.Equals(items[^1], item))
            items.Add(item);
    }

    /// <summary>The functions that mention a name, by what they may run; by their places, so that they stay in order.</summary>
    private sealed record Callers(IReadOnlyList<SourceFunction> Mentioning)
    {
        public Dictionary<SourceFunction, List<int>> ByTarget { get; } = [];

        /// <summary>Those of which only their values tell what they run.</summary>
        public List<int> OfAny { get; } = [];

        public IReadOnlyList<SourceFunction> Of(SourceFunction function) =>
            [.. ByTarget.GetValueOrDefault(function, []).Concat(OfAny).Order().Select(place => Mentioning[place])];
    }
}
