using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Tracing;

namespace ScaleFitness.Model.MemoryCaching;

/// <summary>Whether something makes an entry of the cache leave it: an expiry, a token, a size. What cannot be followed may.</summary>
internal sealed class EntryLimits(CodeModel code, Provenance provenance)
{
    /// <summary>Entries are handed on this often at most.</summary>
    private const int DepthLimit = 3;

    /// <summary>Whether the entry that a call puts into a cache surely stays for ever.</summary>
    public bool IsEndless(Call call) => call.Method.Name switch
    {
        "Set" => call.Method.Parameters.Length < 4 || IsEndlessArgument(call.Arguments[3], call.Method.Parameters[3]),
        "CreateEntry" => IsUntouched(call.Result, call.Function, 0),
        _ => IsEndlessFactory(call),
    };

    /// <summary>The fourth argument of <c>Set</c>: an instant, a time, a token, options.</summary>
    private bool IsEndlessArgument(Value value, TypeRef type) =>
        type.FullName == MemoryCacheSymbols.EntryOptions ? AreEndlessOptions(value) : type.Namespace == "System" && IsForEver(value);

    private static bool IsForEver(Value value) =>
        ValueWalk.Origins(value).All(o => o is FieldValue { Field: { Name: "MaxValue", DeclaringType.FullName: "System.TimeSpan" or "System.DateTimeOffset" or "System.DateTime" } });

    private bool IsEndlessFactory(Call call)
    {
        if (call.Method.Parameters.Length > 3 && !AreEndlessOptions(call.Arguments[3]))
            return false;
        var made = provenance.Of(call.Arguments[2]).ToList();
        return made.Count > 0 && made.All(m => m is FunctionValue { Target: { } factory } && IsUntouched(factory, 0));
    }

    /// <summary>Whether a function leaves the entry that it is given as its first argument as it is.</summary>
    private bool IsUntouched(SourceFunction function, int depth) => !code.BodyOf(function).Calls.Any(c => Touches(c, v => v is ArgumentValue { Position: 0 } argument && argument.Function == function, depth));

    private bool IsUntouched(Value entry, SourceFunction function, int depth) => !function.Owner.Functions.SelectMany(f => code.BodyOf(f).Calls).Any(c => Touches(c, v => v == entry, depth));

    /// <summary>Whether a call may limit the entry.</summary>
    private bool Touches(Call call, Func<Value, bool> isEntry, int depth)
    {
        var isSubject = call.Subject is { } subject && ValueWalk.Origins(subject).Any(isEntry);
        if (call.Method.DeclaringType.FullName is MemoryCacheSymbols.Entry or MemoryCacheSymbols.EntryExtensions)
            return isSubject && call.Method.Name switch
            {
                "get_Key" or "get_Value" or "set_Value" or "SetValue" or "set_Priority" or "SetPriority" or "get_Priority" or "RegisterPostEvictionCallback" or "get_PostEvictionCallbacks" => false,
                "SetOptions" => !AreEndlessOptions(call.Arguments[^1]),
                _ => !call.Arguments.Skip(call.Method.HasThis ? 0 : 1).Any(IsForEver) || call.Arguments.Count == 0,
            };
        if (call.Method.Name == "Dispose")
            return false;
        for (var i = 0; i < call.Arguments.Count; i++)
            if (ValueWalk.Origins(call.Arguments[i]).Any(isEntry))
            {
                var at = i;
                // Handed on: the app's own function is looked into, any other may do what it likes.
                if (code.FunctionOf(call.Method) is not { } callee || depth >= DepthLimit || code.BodyOf(callee).Calls.Any(c => Touches(c, v => v is ArgumentValue { IsThis: false } argument && argument.Function == callee && argument.Position == at, depth + 1)))
                    return true;
            }

        return false;
    }

    private bool AreEndlessOptions(Value options)
    {
        var origins = provenance.Of(options, c => IsFluent(c) ? c.Arguments[0] : null).ToList();
        return origins.Count > 0 && origins.All(o => o is ConstantValue { Constant: null } || o is NewValue { Call: var made } && made.Method.DeclaringType.Is(MemoryCacheSymbols.EntryOptions) && !IsLimited(o))
            && !Fluent(options);
    }

    /// <summary>Whether options are limited where they are made.</summary>
    private bool IsLimited(Value made) => made.Function.Owner.Functions.SelectMany(f => code.BodyOf(f).Calls).Any(c =>
        c.Subject is { } subject && (ValueWalk.Origins(subject).Contains(made) || IsFluent(c) && provenance.Of(subject, f => IsFluent(f) ? f.Arguments[0] : null).Contains(made)) && Limits(c));

    /// <summary>Options that are told more on the way, after they came out of a method.</summary>
    private bool Fluent(Value options) => ValueWalk.Within(options, v => v is CallValue { Call: var call } && IsFluent(call) ? [call.Arguments[0]] : []).OfType<CallValue>().Any(v => IsFluent(v.Call) && Limits(v.Call));

    private static bool IsFluent(Call call) => call.Method.DeclaringType.FullName == MemoryCacheSymbols.EntryOptionsExtensions && call.Arguments.Count > 0;

    private static bool Limits(Call call) =>
        call.Method.DeclaringType.FullName is MemoryCacheSymbols.EntryOptions or MemoryCacheSymbols.EntryOptionsExtensions
        && call.Method.Name is "set_AbsoluteExpiration" or "set_AbsoluteExpirationRelativeToNow" or "set_SlidingExpiration" or "set_Size" or "SetAbsoluteExpiration" or "SetSlidingExpiration" or "SetSize" or "AddExpirationToken" or "get_ExpirationTokens"
        && !IsForEver(call.Arguments.Count > 0 ? call.Arguments[^1] : call.Result);
}
