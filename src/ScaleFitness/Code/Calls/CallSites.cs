using System.Collections.Concurrent;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Code.Calls;

/// <summary>Who calls a function, and who is given it as a delegate: the call graph read backwards, function by function, when asked for.</summary>
public sealed class CallSites
{
    private readonly CodeModel _code;
    private readonly CallIndex _index;
    private readonly Dispatch _dispatch;
    private readonly NamedCallers _named;
    private readonly FunctionTable<Call[]> _calls;
    private readonly ConcurrentDictionary<string, Dictionary<SourceFunction, List<Call>>> _receivers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<FieldDefinition, IReadOnlyList<FieldWrite>> _writes = new(ReferenceEqualityComparer.Instance);

    internal CallSites(CodeModel code, CallIndex index, Dispatch dispatch, PossibleCalls possible)
    {
        _named = new(code.Program, index, possible);
        _code = code;
        _index = index;
        _dispatch = dispatch;
        _calls = new(code.Folded.FunctionCount, FindCalls);
    }

    /// <summary>Calls that may run the function by its name, a base's or an interface's, in a stable order.</summary>
    public IReadOnlyList<Call> Of(SourceFunction function) => _calls[function];

    /// <summary>Calls that are given the function as a delegate.</summary>
    public IReadOnlyList<Call> Given(SourceFunction function) => _receivers.GetOrAdd(function.Method.Name, FindReceivers).GetValueOrDefault(function, []);

    /// <summary>Everything that the app stores in a field.</summary>
    public IReadOnlyList<FieldWrite> WritesTo(FieldDefinition field) => _writes.GetOrAdd(field, FindWrites);

    private Call[] FindCalls(SourceFunction function)
    {
        var name = NamedCallers.NameOf(function.Method);
        var found = new List<Call>();
        foreach (var caller in _named.Of(function))
            foreach (var call in _code.BodyOf(caller).Calls)
                if (MayRun(call, name) && function.Method.IsConstructor == call.Method.IsConstructor && _dispatch.Targets(call).Contains(function))
                    found.Add(call);
        return [.. found];
    }

    /// <summary>By name first: to find a call's targets takes its values, and those of all calls around it.</summary>
    private static bool MayRun(Call call, string name) =>
        call.Method.IsConstructor ? call.Method.DeclaringType.Name == name
        : call.Method.Name == name || call.Method.Name == "Invoke" || MessageHandlers.IsSend(call.Method);

    /// <summary>Calls by function, for all functions of a name at once.</summary>
    private Dictionary<SourceFunction, List<Call>> FindReceivers(string name)
    {
        var sorted = new Dictionary<SourceFunction, List<Call>>();
        if (!_index.IsDelegate(name))
            return sorted;
        foreach (var mentioning in _index.Mentioning(name))
            if (MakesDelegate(mentioning.Owner, name))
                foreach (var call in _code.BodyOf(mentioning).Calls)
                    foreach (var function in call.Arguments.SelectMany(Dispatch.FunctionsOf).Where(f => f.Method.Name == name).Distinct())
                    {
                        if (!sorted.TryGetValue(function, out var calls))
                            sorted[function] = calls = [];
                        calls.Add(call);
                    }

        return sorted;
    }

    private IReadOnlyList<FieldWrite> FindWrites(FieldDefinition field) =>
        [.. _named.WritersOf(field).SelectMany(f => _code.BodyOf(f).FieldWrites).Where(w => w.Definition == field)];

    /// <summary>A delegate is handed over where it is made, or by a function that shares a variable with that.</summary>
    private static bool MakesDelegate(SourceMethod method, string name)
    {
        foreach (var function in method.Functions)
            foreach (var mention in function.BodyMethod.Mentions)
                if (mention is { Code: RawCode.LoadFunction, Symbol: MethodRef pointed } && pointed.Name == name)
                    return true;
        return false;
    }
}
