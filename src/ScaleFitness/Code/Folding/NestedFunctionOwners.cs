using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Folding;

/// <summary>Finds which body each lambda and local function was written in: the one that loads its address or calls it.</summary>
internal sealed class NestedFunctionOwners(CompiledProgram program, MachineOwners machines, Closures closures)
{
    private readonly Dictionary<MethodDefinition, List<MethodDefinition>> _referrers = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<MethodDefinition, MethodDefinition?> _parents = new(ReferenceEqualityComparer.Instance);
    private readonly List<MethodDefinition> _nested = [];

    public bool IsNested(MethodDefinition method) => _parents.ContainsKey(method);

    public MethodDefinition? ParentOf(MethodDefinition method) => _parents.GetValueOrDefault(method);

    public static bool IsLocalFunction(MethodDefinition method) => method.Name.Contains(">g__", StringComparison.Ordinal);

    public void Find()
    {
        foreach (var type in program.Types)
            foreach (var method in type.Methods)
            {
                Scan(method);
                if (method.HasBody && IsCandidate(method))
                    _nested.Add(method);
            }

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
                case RawCode.LoadFunction or RawCode.Call when mention.Symbol is MethodRef reference && MayBeNested(reference):
                    if (program.Find(reference) is { } target && target != method && IsCandidate(target))
                        Referrers(target).Add(method);
                    break;
                case RawCode.StoreField or RawCode.LoadFieldAddress when mention.Symbol is FieldRef field && field.DeclaringType.Name.Contains('<'):
                    if (program.Find(field) is { } stored && Closures.IsClosure(stored.DeclaringType))
                        closures.AddWriter(stored, method);
                    break;
            }
        }
    }

    /// <summary>Cheap: generated names cannot be spoken.</summary>
    private static bool MayBeNested(MethodRef reference) => reference.Name.StartsWith('<') || reference.DeclaringType.Name.Contains("<>c", StringComparison.Ordinal);

    private bool IsCandidate(MethodDefinition method)
    {
        if (method.IsConstructor || machines.IsMachine(method.DeclaringType) || method.Name is "<Main>$" or "<Main>")
            return false;
        var inClosure = method.DeclaringType.IsCompilerGenerated && (Closures.IsClosure(method.DeclaringType) || method.DeclaringType.Name() is "<>c");
        return inClosure || (method.Name.StartsWith('<') && (method.Name.Contains(">b__", StringComparison.Ordinal) || IsLocalFunction(method)));
    }

    private List<MethodDefinition> Referrers(MethodDefinition method)
    {
        if (!_referrers.TryGetValue(method, out var list))
            _referrers[method] = list = [];
        return list;
    }

    /// <summary>
    /// One referrer is the rule. A local function that several bodies call lies in the one that is named in its own
    /// name, or else in the first that is not inside it.
    /// </summary>
    private MethodDefinition? Choose(MethodDefinition method)
    {
        var candidates = Referrers(method).Distinct().Where(r => StubOf(r) != method).ToList();
        if (candidates.Count <= 1)
            return candidates.FirstOrDefault();
        var close = method.Name.IndexOf('>');
        var named = close > 1 ? method.Name[1..close] : "";
        return candidates.FirstOrDefault(c => StubOf(c)?.Name == named) ?? candidates[0];
    }

    private MethodDefinition? StubOf(MethodDefinition method) => machines.Of(method.DeclaringType)?.Stub ?? method;
}
