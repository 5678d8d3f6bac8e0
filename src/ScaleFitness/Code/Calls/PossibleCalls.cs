using System.Collections.Concurrent;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Calls;

/// <summary>
/// What a function may run at the most, told from the symbols that its body names without analysing it. Every edge of
/// the call graph is among these; most of these are edges of the call graph.
/// </summary>
internal sealed class PossibleCalls
{
    private readonly CodeModel _code;
    private readonly Dispatch _dispatch;
    private readonly PossibleTargetIndex _targets;
    private readonly Func<SourceFunction, bool> _runsElsewhere;
    /// <summary>Stands for: only its values can tell.</summary>
    private static readonly SourceFunction[] HandedOn = new SourceFunction[1];

    private readonly FunctionTable<SourceFunction[]> _known;
    private readonly ConcurrentDictionary<SourceMethod, MadeTypes> _made = new(ReferenceEqualityComparer.Instance);

    /// <summary>Makes a graph.</summary>
    /// <param name="code">The code.</param>
    /// <param name="dispatch">Resolves calls.</param>
    /// <param name="registered">Types that the container makes.</param>
    /// <param name="runsElsewhere">Whether a function that a delegate is made of does not run where it is made.</param>
    public PossibleCalls(CodeModel code, Dispatch dispatch, IEnumerable<TypeDefinition> registered, Func<SourceFunction, bool> runsElsewhere)
    {
        _code = code;
        _dispatch = dispatch;
        _targets = new(code, dispatch, registered);
        _runsElsewhere = runsElsewhere;
        _known = new(code.Folded.FunctionCount, Find);
    }

    /// <summary>What a function may run, in the order of the code; null where only its values can tell.</summary>
    public SourceFunction[]? From(SourceFunction function) => _known[function] is var known && ReferenceEquals(known, HandedOn) ? null : known;

    private SourceFunction[] Find(SourceFunction function)
    {
        List<SourceFunction> called = [];
        List<SourceFunction> pointed = [];
        foreach (var mention in function.BodyMethod.Mentions)
        {
            if (mention.Symbol is not MethodRef named || mention.Code is not (RawCode.Call or RawCode.New or RawCode.LoadFunction))
                continue;
            if (mention.Code == RawCode.LoadFunction)
            {
                AddPointed(function, named, _targets.Of(named), pointed);
                continue;
            }

            var method = BaseAccess.Target(named, _code.Program);
            var targets = _targets.Of(method);
            if (targets.IsHandedOn)
                return HandedOn;
            AddCalled(function, method, targets, mention.IsVirtual, called);
        }

        called.AddRange(pointed);
        return called.Count == 0 ? Array.Empty<SourceFunction>() : [.. called.Distinct()];
    }

    private void AddCalled(SourceFunction function, MethodRef method, PossibleTargets targets, bool isVirtual, List<SourceFunction> called)
    {
        if (isVirtual)
            AddOverrides(function, method, targets, called);
        if (targets.Direct is { } direct)
            called.Add(direct);
        if (method.Name == "Invoke" && method.HasThis)
            AddDelegates(function, called);
    }

    private void AddPointed(SourceFunction function, MethodRef method, PossibleTargets targets, List<SourceFunction> pointed)
    {
        if (targets.Direct is { } direct && _runsElsewhere(direct))
            return;
        AddOverrides(function, method, targets, pointed);
        if (targets.Direct is { } own)
            pointed.Add(own);
    }

    private void AddOverrides(SourceFunction function, MethodRef method, PossibleTargets targets, List<SourceFunction> called)
    {
        called.AddRange(targets.Overrides);
        var made = _made.GetOrAdd(function.Owner, MadeIn);
        called.AddRange(_dispatch.On(targets.IsOpen ? made.All : made.OfUnknownBase, method));
    }

    /// <summary>A delegate that is invoked where it can be seen was made by a function of the same method, or by one that writes a variable which they share.</summary>
    private void AddDelegates(SourceFunction function, List<SourceFunction> called)
    {
        IEnumerable<SourceFunction> makers = function.Owner.Functions;
        foreach (var mention in function.BodyMethod.Mentions)
            if (mention.Symbol is FieldRef field && _code.Program.Find(field) is { } variable)
                makers = makers.Concat(_code.Folded.ClosureWriters(variable));
        foreach (var maker in makers.Distinct())
            foreach (var mention in maker.BodyMethod.Mentions)
                if (mention is { Code: RawCode.LoadFunction, Symbol: MethodRef method })
                {
                    var targets = _targets.Of(method);
                    AddOverrides(maker, method, targets, called);
                    if (targets.Direct is { } direct)
                        called.Add(direct);
                }
    }

    private MadeTypes MadeIn(SourceMethod owner)
    {
        List<TypeDefinition> types = [];
        foreach (var function in owner.Functions)
            foreach (var mention in function.BodyMethod.Mentions)
                if (mention.Symbol is MethodRef { Name: ".ctor" } constructor && _code.Program.Find(constructor.DeclaringType) is { } type && !types.Contains(type))
                    types.Add(type);
        return types.Count == 0 ? MadeTypes.None : new(types, types.FindAll(HasUnknownBase));
    }

    private bool HasUnknownBase(TypeDefinition type) => _code.Program.SelfAndBases(type.Reference).Any(t => _code.Program.Find(t) is null);

    /// <summary>Types that a method's functions make objects of.</summary>
    /// <param name="All">All of them.</param>
    /// <param name="OfUnknownBase">Those of which it cannot be told what they implement.</param>
    private sealed record MadeTypes(IReadOnlyList<TypeDefinition> All, IReadOnlyList<TypeDefinition> OfUnknownBase)
    {
        public static MadeTypes None { get; } = new([], []);
    }
}
