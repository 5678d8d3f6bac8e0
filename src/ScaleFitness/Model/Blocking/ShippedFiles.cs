using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Blocking;

/// <summary>Files that come with the app: their path is made of constants and the app's own folder, and their size is what its authors made it.</summary>
internal sealed class ShippedFiles(CodeModel code, Dispatch dispatch, CallSites sites)
{
    private const int Depth = 5;

    /// <summary>Whether the call reads such a file.</summary>
    public bool Reads(Call call) =>
        call.Method.Is(BlockingSymbols.File) && call.Method.Name.StartsWith("Read", StringComparison.Ordinal) && call.Arguments is [var path, ..] && IsShipped(path, Depth);

    private bool IsShipped(Value path, int depth)
    {
        var origins = ValueWalk.Origins(path);
        return depth > 0 && origins.Count > 0 && origins.All(o => o switch
        {
            ConstantValue => true,
            FieldValue { Definition: { } field } => sites.WritesTo(field) is { Count: > 0 } writes && writes.All(w => IsShipped(w.Value, depth - 1)),
            CallValue { Call: var call } => IsFolder(call.Method.Name) || IsJoin(call) && call.Arguments.All(a => IsShipped(a, depth - 1)) || IsGetter(call, depth),
            ArrayValue array => array.Elements.All(e => IsShipped(e, depth - 1)),
            _ => false,
        });
    }

    private bool IsGetter(Call call, int depth) =>
        call.Arguments.Count == 0 && dispatch.Targets(call) is [var getter] && code.BodyOf(getter).Returns is { Count: > 0 } returns && returns.All(r => IsShipped(r, depth - 1));

    private static bool IsFolder(string name) => name is "get_BaseDirectory" or "get_ContentRootPath" or "get_WebRootPath" or "GetCurrentDirectory" or "get_Location" or "GetExecutingAssembly" or "GetEntryAssembly" or "get_CurrentDirectory";

    private static bool IsJoin(Call call) => call.Method.Name is "Combine" or "Join" or "Concat" or "GetFullPath" or "GetDirectoryName" && call.Arguments.Count > 0;
}
