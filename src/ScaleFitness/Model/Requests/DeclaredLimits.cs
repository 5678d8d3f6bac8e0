using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Expressions;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Requests;

/// <summary>Upper limits that are declared rather than computed: validation attributes, validators' rules, route constraints, the type itself.</summary>
internal sealed class DeclaredLimits
{
    /// <summary>A limit beyond this lets everything through: <c>[Range(1, int.MaxValue)]</c> is none.</summary>
    public const double Greatest = 1_000_000;

    private static readonly HashSet<string> Rules = new(StringComparer.Ordinal) { "LessThan", "LessThanOrEqualTo", "InclusiveBetween", "ExclusiveBetween", "Equal", "Must", "MustAsync", "Custom" };

    private readonly CodeModel _code;
    private readonly Lazy<HashSet<(string Type, string Property)>> _validated;

    public DeclaredLimits(CodeModel code)
    {
        _code = code;
        _validated = new(() => [.. code.Program.Types.Where(t => code.Program.Derives(t.Reference, RequestSymbols.Validator)).SelectMany(Validated)]);
    }

    /// <summary>Whether attributes of a parameter or property bound its value.</summary>
    public bool On(IEnumerable<AttributeData> attributes) => attributes.Any(a =>
        a.Type.FullName == RequestSymbols.Range ? a.Arguments is [.., var max] && IsLimit(max)
        : a.Type.FullName != RequestSymbols.Required && a.Type.Assembly != "System.ComponentModel.Annotations" && !a.Type.Namespace.StartsWith("System.", StringComparison.Ordinal) && _code.Program.Derives(a.Type, RequestSymbols.Validation));

    /// <summary>Whether a validator of the app bounds a property.</summary>
    public bool OnProperty(TypeRef? type, string property) => type is not null && _validated.Value.Contains((type.FullName, property));

    /// <summary>Whether the type has so few values that the program bounds them.</summary>
    public bool OnType(TypeRef? type) =>
        type is not null && (type.FullName is "System.Boolean" or "System.Byte" or "System.SByte" or "System.Char"
            || (type.Is(RequestSymbols.Nullable) && OnType(type.SoleArgument))
            || (_code.Program.Find(type) is { } definition && definition.Traits.HasFlag(TypeTraits.Enum)));

    /// <summary>Whether a route says so: <c>{size:range(1,100)}</c>, <c>{size:max(100)}</c>.</summary>
    public static bool OnRoute(string route, string parameter)
    {
        var at = route.IndexOf("{" + parameter + ":", StringComparison.OrdinalIgnoreCase);
        var end = at < 0 ? -1 : route.IndexOf('}', at);
        return end > 0 && (route[at..end].Contains("max(", StringComparison.Ordinal) || route[at..end].Contains("range(", StringComparison.Ordinal));
    }

    /// <summary>Whether a constant is a limit that means something.</summary>
    public static bool IsLimit(object? constant) => constant switch
    {
        int number => number < Greatest,
        long number => number < Greatest,
        double number => number < Greatest,
        float number => number < Greatest,
        string text => double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) && number < Greatest,
        _ => constant is not null,
    };

    private IEnumerable<(string, string)> Validated(TypeDefinition validator)
    {
        foreach (var method in validator.Methods.Where(m => m.IsConstructor))
            if (_code.Folded.FunctionOf(method) is { } constructor)
                foreach (var call in constructor.Owner.Functions.SelectMany(f => _code.BodyOf(f).Calls))
                    if (Rules.Contains(call.Method.Name) && !call.Arguments.Any(IsNoLimit) && RuleFor(call.Subject) is ({ } model, { } property))
                        yield return (model.FullName, property);
    }

    private static bool IsNoLimit(Value argument) => ValueWalk.Constant(argument) is { } constant && !IsLimit(constant);

    /// <summary>The model and property that a chain of rules is about: <c>RuleFor(x => x.PageSize)…</c>.</summary>
    private static (TypeRef?, string?) RuleFor(Value? chain)
    {
        for (var step = chain; step is not null && ValueWalk.Origins(step) is [CallValue { Call: var call }]; step = call.Subject)
            if (call.Method.Name == "RuleFor" && call.Arguments is [var selector, ..] && ExpressionReader.Lambda(selector) is { Parameters: [{ Type: { } model }, ..], Body: var body })
                return (model, NameOf(body));
        return (null, null);
    }

    /// <summary><c>x.PageSize</c>, <c>x.PageSize.Value</c>.</summary>
    private static string? NameOf(ExpressionNode body) =>
        body is MemberNode { Name: "Value", Object: MemberNode inner } ? inner.Name : (body as MemberNode)?.Name;
}
