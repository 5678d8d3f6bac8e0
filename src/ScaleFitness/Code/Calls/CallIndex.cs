using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Calls;

/// <summary>Which functions mention a method or field by name, without analysing any: a cheap gate before a body is looked into.</summary>
public sealed class CallIndex
{
    private readonly Dictionary<string, List<SourceFunction>> _byName = new(StringComparer.Ordinal);
    private readonly CompiledProgram _program;
    private readonly HashSet<string> _delegates = new(StringComparer.Ordinal);

    internal CallIndex(FoldedProgram folded)
    {
        _program = folded.Program;
        foreach (var method in folded.Methods)
            if (!method.IsGenerated)
                foreach (var function in method.Functions)
                    Scan(function);
    }

    /// <summary>Functions that call a method of that name, or touch a field of that name, in metadata order.</summary>
    public IReadOnlyList<SourceFunction> Mentioning(string name) =>
        _byName.TryGetValue(name, out var functions) ? functions : [];

    /// <summary>The texts that a function's code holds, without those that it takes from elsewhere.</summary>
    public IEnumerable<string> Texts(SourceFunction function) =>
        function.BodyMethod.Body is { } body ? body.Code.Select(i => i.Operand).OfType<string>() : [];

    /// <summary>Whether any function makes a delegate of a method of that name.</summary>
    public bool IsDelegate(string name) => _delegates.Contains(name);

    /// <summary>Functions that mention any name that the filter accepts, in metadata order of the names' first mention.</summary>
    public IEnumerable<SourceFunction> Mentioning(Func<string, bool> filter) =>
        _byName.Where(n => filter(n.Key)).SelectMany(n => n.Value).Distinct();

    /// <summary>Functions that call a method which both filters accept: the name first, which costs next to nothing.</summary>
    public IEnumerable<SourceFunction> Calling(Func<string, bool> name, Func<MethodRef, bool> method) =>
        Mentioning(name).Where(f => CalledMethods.Any(f, _program, called => (name(called.Name) || name(called.DeclaringType.Name)) && method(called)));

    private void Scan(SourceFunction function)
    {
        foreach (var mention in function.BodyMethod.Mentions)
        {
            if (mention is { Code: RawCode.LoadFunction, Symbol: MethodRef pointed })
                _delegates.Add(pointed.Name);
            var name = mention.Symbol switch
            {
                MethodRef { IsConstructor: true } constructor => constructor.DeclaringType.Name,
                MethodRef method => BaseAccess.Target(method, _program).Name,
                FieldRef field => field.Name,
                _ => null,
            };
            if (name is null)
                continue;
            if (!_byName.TryGetValue(name, out var list))
                _byName[name] = list = [];
            if (list.Count == 0 || !ReferenceEquals(list[^1], function))
                list.Add(function);
        }
    }
}
