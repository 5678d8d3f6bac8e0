using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Code.Calls;

/// <summary>
/// Calls that go through a library to the app's handler of a message: MediatR and its look-alikes. A handler is a type
/// that implements a library's <c>…Handler</c> or <c>…Consumer</c> interface with the message as its first type argument.
/// </summary>
internal sealed class MessageHandlers
{
    private static readonly string[] Verbs = ["Send", "Publish", "Invoke", "Dispatch", "Execute", "Query", "Request", "Raise"];

    private readonly Dictionary<TypeRef, List<SourceFunction>> _handlers = [];
    private readonly List<SourceFunction> _behaviours = [];
    private readonly HashSet<string> _abstractions = new(StringComparer.Ordinal);

    public MessageHandlers(CodeModel code)
    {
        foreach (var type in code.Program.Types)
            if (type.IsConcrete && !type.IsCompilerGenerated)
                foreach (var @interface in code.Program.SelfAndBases(type.Reference))
                    Add(code, type, @interface);
        foreach (var message in _handlers.Keys)
            _abstractions.UnionWith(code.Program.SelfAndBases(message).Skip(1).Select(t => t.FullName));
        _abstractions.Remove("System.Object");
    }

    /// <summary>Whether the app has handlers.</summary>
    public bool Any => _handlers.Count > 0;

    /// <summary>Whether the method's name is that of one that hands a message on.</summary>
    public static bool IsSend(MethodRef method)
    {
        foreach (var verb in Verbs)
            if (method.Name.StartsWith(verb, StringComparison.Ordinal))
                return true;
        return false;
    }

    /// <summary>
    /// Whether the method is an app's own way to hand on whatever message: <c>module.ExecuteAsync(ICommand command)</c>.
    /// Only its callers know which message it is.
    /// </summary>
    public bool IsFacade(MethodRef method)
    {
        if (_handlers.Count == 0 || !IsSend(method))
            return false;
        foreach (var parameter in method.Parameters)
            if (parameter.Kind == TypeKind.MethodTypeParameter || _abstractions.Contains(parameter.FullName))
                return true;
        return false;
    }

    public IReadOnlyList<SourceFunction> Targets(Call call)
    {
        if (_handlers.Count == 0 || !IsSend(call.Method))
            return [];
        var result = new List<SourceFunction>();
        foreach (var argument in call.Arguments)
            foreach (var origin in ValueWalk.Origins(argument))
                if (origin.Type is { } type && _handlers.TryGetValue(type, out var handlers))
                    result.AddRange(handlers);
        return result.Count == 0 ? [] : [.. result.Concat(_behaviours).Distinct()];
    }

    private void Add(CodeModel code, TypeDefinition type, TypeRef @interface)
    {
        if (@interface.Arguments.IsEmpty || code.Program.Find(@interface) is { IsInterface: false })
            return;
        var name = @interface.Name[..Math.Max(0, @interface.Name.IndexOf('`'))];
        var isBehaviour = name.EndsWith("Behavior", StringComparison.Ordinal);
        if (!isBehaviour && !name.EndsWith("Handler", StringComparison.Ordinal) && !name.EndsWith("Consumer", StringComparison.Ordinal))
            return;
        foreach (var method in type.Methods)
        {
            if (!method.IsPublic || method.IsStatic || method.IsConstructor || method.Name is not ("Handle" or "HandleAsync" or "Consume" or "ConsumeAsync" or "Execute" or "ExecuteAsync"))
                continue;
            if (code.Folded.FunctionOf(method) is not { } function)
                continue;
            if (isBehaviour)
                _behaviours.Add(function);
            else
                HandlersOf(@interface.Arguments[0]).Add(function);
        }
    }

    private List<SourceFunction> HandlersOf(TypeRef message)
    {
        if (!_handlers.TryGetValue(message, out var list))
            _handlers[message] = list = [];
        return list;
    }
}
