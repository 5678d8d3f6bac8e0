using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Tracing;

namespace ScaleFitness.Model.Partitions;

/// <summary>Tells keys of which few are in use at a time: constants, dates, enums and flags, and texts made of nothing else.</summary>
public sealed class HotKeys
{
    private static readonly HashSet<string> Dates = new(StringComparer.Ordinal) { "System.DateTime", "System.DateTimeOffset", "System.DateOnly", "System.TimeOnly", "System.DayOfWeek" };

    private readonly CompiledProgram _program;
    private readonly Texts _texts;

    internal HotKeys(CompiledProgram program, Texts texts)
    {
        _program = program;
        _texts = texts;
    }

    /// <summary>What makes the key hot, in words, or null where it is not, or nobody can tell: every way to compose it must be.</summary>
    public string? Of(Value value)
    {
        string? worst = null;
        foreach (var form in _texts.Of(value))
        {
            var holes = form.Holes.Select(OfPiece).ToList();
            if (holes.Contains(null) || holes.Count == 0 && form.Render("").Length == 0)
                return null;
            worst ??= holes.Find(h => h == "a date") ?? holes.FirstOrDefault() ?? "a constant";
        }

        return worst;
    }

    /// <summary>What makes values of a type few, or null.</summary>
    public string? OfType(TypeRef? type)
    {
        if (type is null)
            return null;
        if (type.FullName == "System.Nullable`1")
            return OfType(type.SoleArgument);
        return type.FullName == "System.Boolean" ? "a flag"
            : Dates.Contains(type.FullName) ? "a date"
            : _program.Find(type) is { } definition && definition.Traits.HasFlag(TypeTraits.Enum) ? "an enum"
            : null;
    }

    private string? OfPiece(Value piece)
    {
        string? worst = null;
        foreach (var origin in ValueWalk.Origins(piece))
        {
            var one = origin is CallValue { Call: var call } && OfCall(call) is var (isTold, what) && isTold ? what : origin is ConstantValue ? "a constant" : OfType(origin.Type) is "an enum" or "a flag" ? OfType(origin.Type) : origin.Type?.FullName == "System.DateOnly" ? "a date" : null;
            if (one is null)
                return null;
            worst ??= one;
        }

        return worst;
    }

    /// <summary>Formatting of a date, an enum or a flag, and parts of dates.</summary>
    private (bool IsTold, string? What) OfCall(Call call)
    {
        var receiver = call.Receiver;
        var type = receiver?.Type is { Kind: TypeKind.ByReference, Element: { } element } ? element : receiver?.Type;
        if (call.Method.Name == "ToString" && receiver is not null)
        {
            var what = OfType(call.Method.DeclaringType) ?? OfType(type);
            return (true, what == "a date" && !IsCoarse(call, type ?? call.Method.DeclaringType) ? null : what);
        }

        return Dates.Contains(call.Method.DeclaringType.FullName) && call.Method.Name is "get_Year" or "get_Month" or "get_Day" or "get_DayOfWeek" or "get_Hour" or "get_Date" or "ToShortDateString" or "ToLongDateString" or "get_DayOfYear"
            ? (true, "a date")
            : (false, null);
    }

    /// <summary>Whether a date is formatted to an hour or coarser: with seconds in it each key is used for a moment only.</summary>
    private static bool IsCoarse(Call call, TypeRef type) =>
        type.FullName == "System.DateOnly" || call.Arguments.Select(ValueWalk.Constant).OfType<string>().FirstOrDefault() is { } format
        && (format is "d" or "D" or "M" or "m" or "Y" or "y" || format.Length > 1 && format.IndexOfAny(['s', 'f', 'F']) < 0 && !format.Contains("mm", StringComparison.Ordinal));
}
