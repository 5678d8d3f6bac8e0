using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Tracing;

namespace ScaleFitness.Model.Files;

/// <summary>Whether what a method wrote is deleted once it has served.</summary>
internal sealed class Deletions(CodeModel code, CallSites sites, Provenance provenance)
{
    /// <summary>A method may leave the deletion to its caller, and that one to its own.</summary>
    private const int Depth = 2;

    /// <param name="write">The call that writes.</param>
    /// <param name="parts">What its path is put together from: a folder among them takes the file with it.</param>
    public bool IsDeleted(Call write, IReadOnlyList<Value> parts)
    {
        var own = parts.Where(p => p is not (ConstantValue or ArgumentValue { IsThis: true })).ToHashSet(ReferenceEqualityComparer.Instance);
        var texts = parts is [ConstantValue { Constant: string whole }, ..] ? whole : null;
        return IsDeletedAfter(write, own, texts, Depth) || parts.Any(p => p is CallValue { Call: { Receiver: not null, Method.DeclaringType: var owner } } && DeletesItself(owner));
    }

    /// <summary>Deleted before it is written is replaced: only what comes after counts, or what another function of the method does.</summary>
    private bool IsDeletedAfter(Call call, HashSet<object?> own, string? text, int depth)
    {
        foreach (var function in call.Function.Owner.Functions)
            foreach (var later in code.BodyOf(function).Calls)
                if ((function != call.Function || later.Order > call.Order) && WritingCalls.DeletedBy(later) is { } deleted && Whole(deleted).Any(v => own.Contains(v) || v is ConstantValue { Constant: string constant } && constant == text))
                    return true;
        return depth > 0 && sites.Of(call.Function) is { Count: > 0 } callers && callers.All(c => c.Function != call.Function && IsDeletedAfter(c, own, text, depth - 1));
    }

    /// <summary>The path as a whole, whatever object carries it; not what it is put together from.</summary>
    private IEnumerable<Value> Whole(Value path) =>
        ValueWalk.Origins(path).Concat(provenance.Of(path, Carried)).Concat(ValueWalk.Origins(path).OfType<CallValue>().Select(v => Carried(v.Call)).OfType<Value>().SelectMany(ValueWalk.Origins));

    private static Value? Carried(Call call) => call.Method.DeclaringType.FullName switch
    {
        FileSymbols.FileInfo or FileSymbols.DirectoryInfo when call.IsConstruction => call.Arguments[0],
        FileSymbols.FileInfo or FileSymbols.DirectoryInfo or FileSymbols.FileSystemInfo when call.Method.Name is "get_FullName" or "ToString" => call.Receiver,
        FileSymbols.Directory when call.Method.Name == "CreateDirectory" => call.Arguments[0],
        FileSymbols.FileStream when call.Method.Name == "get_Name" => call.Receiver,
        _ => null,
    };

    private bool DeletesItself(TypeRef type) =>
        code.Program.Find(type) is { IsExternal: false } definition
        && definition.Methods.Where(m => m.Name is "Dispose" or "DisposeAsync").Select(code.Folded.FunctionOf).OfType<SourceFunction>()
            .SelectMany(f => f.Owner.Functions).SelectMany(f => code.BodyOf(f).Calls).Any(c => WritingCalls.DeletedBy(c) is not null);
}
