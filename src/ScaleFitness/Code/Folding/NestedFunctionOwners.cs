using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Folding;

/// <summary>Finds which body each lambda and local function was written in: the one that loads its address or calls it.</summary>
internal sealed class NestedFunctionOwners(CompiledProgram program, MachineOwners machines, Closures closures)
{
    private readonly Dictionary<MethodDefinition, List<MethodDefinition>> _referrers = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<MethodDefinition, MethodDefinition?> _parents = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<MethodDefinition> _called = new(ReferenceEqualityComparer.Instance);
    private readonly List<MethodDefinition> _nested = [];

    public bool IsNested(MethodDefinition method) => _parents.ContainsKey(method);

    public MethodDefinition? ParentOf(MethodDefinition method) => _parents.GetValueOrDefault(method);

    /// <summary>A lambda is only ever loaded. So is a local function that is never called: there the name breaks the tie.</summary>
    public bool IsLocalFunction(MethodDefinition method) => _called.Contains(method) || method.Name.Contains(">g__", StringComparison.Ordinal);

    public void Find()
    {
        foreach (var type in program.Types)
            foreach (var method in type.Methods)
                Scan(method);
        foreach (var type in program.Types)
            foreach (var method in type.Methods)
                if (method.HasBody && IsCandidate(method) && (_referrers.ContainsKey(method) || IsLost(method)))
                    _nested.Add(method);
        foreach (var method in _nested)
            _parents[method] = null;
        foreach (var method in _nested)
            _parents[method] = Choose(method);
    }

    /// <summary>Nested functions, each after the one it lies in.</summary>
    public IEnumerable<MethodDefinition> ParentsFirst()
    {
        var done = new HashSet<MethodDefinition>(ReferenceEqualityComparer.Instance);
        var result = new List<MethodDefinition>();
        foreach (var method in _nested)
            Visit(method);
        return result;

        void Visit(MethodDefinition method)
        {
            if (!done.Add(method))
                return;
            if (_parents[method] is { } parent && StubOf(parent) is { } stub && _parents.ContainsKey(stub))
                Visit(stub);
            result.Add(method);
        }
    }

    private void Scan(MethodDefinition method)
    {
        foreach (var mention in method.Mentions)
        {
            switch (mention.Code)
            {
                case RawCode.LoadFunction or RawCode.Call when mention.Symbol is MethodRef reference:
                    if (program.Find(reference) is { } target && IsCandidate(target))
                        AddReferrer(target, method, mention.Code);
                    break;
                case RawCode.StoreField or RawCode.LoadFieldAddress when mention.Symbol is FieldRef field:
                    if (program.Find(field) is { } stored && closures.Contains(stored.DeclaringType))
                        closures.AddWriter(stored, method);
                    break;
            }
        }
    }

    private bool IsCandidate(MethodDefinition method) =>
        !method.IsConstructor && !machines.IsMachine(method.DeclaringType) && (IsInClosure(method) || GeneratedShape.MayBeNested(method));

    private bool IsInClosure(MethodDefinition method) =>
        method.DeclaringType.IsCompilerGenerated && (closures.Contains(method.DeclaringType) || GeneratedShape.IsLambdaHolder(method.DeclaringType));

    /// <summary>Whether what nobody refers to is nested all the same: beside the author's methods only the name tells.</summary>
    private bool IsLost(MethodDefinition method) => IsInClosure(method) || method.Name.StartsWith('<');

    private void AddReferrer(MethodDefinition method, MethodDefinition referrer, RawCode code)
    {
        if (code == RawCode.Call)
            _called.Add(method);
        if (method == referrer)
            return;
        if (!_referrers.TryGetValue(method, out var list))
            _referrers[method] = list = [];
        if (!list.Contains(referrer))
            list.Add(referrer);
    }

    /// <summary>
    /// One referrer is the rule. A local function that several bodies call lies in the author's method among them: the
    /// others are local functions and lambdas beside it or inside it. Where there are several of those too, in the one
    /// that is named in its own name, or else in the first.
    /// </summary>
    private MethodDefinition? Choose(MethodDefinition method)
    {
        var candidates = _referrers.TryGetValue(method, out var referrers) ? referrers.Where(r => StubOf(r) != method).ToList() : [];
        if (candidates.Count <= 1)
            return candidates.FirstOrDefault();
        var methods = candidates.Where(c => StubOf(c) is { } stub && !IsNested(stub)).ToList();
        if (methods.Count == 1)
            return methods[0];
        var close = method.Name.IndexOf('>');
        var named = close > 1 ? method.Name[1..close] : "";
        return candidates.FirstOrDefault(c => StubOf(c)?.Name == named) ?? methods.FirstOrDefault() ?? candidates.FirstOrDefault(c => !LiesIn(c, method)) ?? candidates[0];
    }

    private bool LiesIn(MethodDefinition inner, MethodDefinition outer)
    {
        // Two that call each other and are called by no one else would go on for ever.
        var seen = new HashSet<MethodDefinition>(ReferenceEqualityComparer.Instance);
        for (var at = StubOf(inner); at is not null && seen.Add(at); at = _parents.GetValueOrDefault(at) is { } parent ? StubOf(parent) : null)
            if (at == outer)
                return true;
        return false;
    }

    private MethodDefinition? StubOf(MethodDefinition method) => machines.Of(method.DeclaringType)?.Stub ?? method;
}
