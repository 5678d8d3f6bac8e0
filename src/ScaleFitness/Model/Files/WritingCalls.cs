using ScaleFitness.Code.Values;
using ScaleFitness.Model.Effects;

namespace ScaleFitness.Model.Files;

/// <summary>Tells which calls write, or open for writing, a path that they name.</summary>
internal static class WritingCalls
{
    private const int Write = 2;
    private const int DeleteOnClose = 0x0400_0000;

    /// <summary>The path that a call writes to, or null where it writes none.</summary>
    public static Value? PathOf(Call call, EffectReader effects, FunctionBody body)
    {
        var method = call.Method;
        if (call.IsConstruction)
            return method.DeclaringType.FullName switch
            {
                FileSymbols.FileStream when TakesPath(call) && Opens(call, body) => call.Arguments[0],
                FileSymbols.StreamWriter when TakesPath(call) => call.Arguments[0],
                _ => null,
            };
        switch (method.DeclaringType.FullName)
        {
            case FileSymbols.File when method.Name == "Open":
                return Opens(call, body) ? call.Arguments[0] : null;
            case FileSymbols.File when effects.Of(call) is { IsWrite: true }:
                return method.Name is "Delete" || method.Name.StartsWith("Set", StringComparison.Ordinal) ? null : call.Arguments[method.Name is "Copy" or "Move" or "Replace" ? 1 : 0];
            case FileSymbols.Directory when method.Name is "CreateDirectory" or "Move":
                return call.Arguments[method.Name == "Move" ? 1 : 0];
            case FileSymbols.FileInfo when method.Name is "CopyTo" or "MoveTo":
                return call.Arguments[0];
            case FileSymbols.FileInfo when method.Name is "Create" or "CreateText" or "OpenWrite" or "AppendText":
            case FileSymbols.DirectoryInfo when method.Name is "Create" or "CreateSubdirectory":
                return call.Receiver;
            case FileSymbols.ZipFile when method.Name is "CreateFromDirectory" or "ExtractToDirectory" or "CreateFromDirectoryAsync" or "ExtractToDirectoryAsync":
            case FileSymbols.ZipFileExtensions when method.Name.StartsWith("ExtractTo", StringComparison.Ordinal):
                return method.Parameters[1].FullName == "System.String" ? call.Arguments[1] : null;
            case FileSymbols.XmlDocument or FileSymbols.XDocument or FileSymbols.XElement when method.Name == "Save" && TakesPath(call):
                return call.Arguments[0];
            default:
                return null;
        }
    }

    /// <summary>Whether a call only makes a folder.</summary>
    public static bool IsFolder(Call call) => call.Method.DeclaringType.FullName is FileSymbols.Directory or FileSymbols.DirectoryInfo;

    /// <summary>The path that a call deletes, or null.</summary>
    public static Value? DeletedBy(Call call) =>
        call.Method.Name == "Delete" ? call.Method.DeclaringType.FullName switch
        {
            FileSymbols.File or FileSymbols.Directory => call.Arguments[0],
            FileSymbols.FileInfo or FileSymbols.DirectoryInfo or FileSymbols.FileSystemInfo => call.Receiver,
            _ => null,
        }
        : call.Method.Is(FileSymbols.File, "Move") ? call.Arguments[0] : null;

    /// <summary>Whether the file goes when its stream is closed.</summary>
    public static bool IsDeletedOnClose(Call call, FunctionBody body) => OptionsOf(call, body).Any(o => (o & DeleteOnClose) != 0);

    private static bool TakesPath(Call call) => call.Method.Parameters is [{ FullName: "System.String" }, ..];

    private static bool Opens(Call call, FunctionBody body)
    {
        var accesses = Constants(call, FileSymbols.FileAccess, "set_Access", body).ToList();
        if (accesses.Count > 0)
            return accesses.Any(a => (a & Write) != 0);
        // Create, create new, open or create, truncate, append; not open.
        return Constants(call, FileSymbols.FileMode, "set_Mode", body).Any(m => m is not 3);
    }

    private static IEnumerable<int> OptionsOf(Call call, FunctionBody body) => Constants(call, FileSymbols.FileOptions, "set_Options", body);

    /// <summary>Constants of an enum among the arguments, or set on options in the same function.</summary>
    private static IEnumerable<int> Constants(Call call, string type, string setter, FunctionBody body)
    {
        for (var i = 0; i < call.Arguments.Count; i++)
            if (call.Method.Parameters[i].FullName == type)
                foreach (var origin in ValueWalk.Origins(call.Arguments[i]))
                    if (origin is ConstantValue { Constant: int constant })
                        yield return constant;
        if (call.Method.Parameters.Any(p => p.FullName == FileSymbols.FileStreamOptions))
            foreach (var set in body.Calls)
                if (set.Method.Is(FileSymbols.FileStreamOptions, setter) && ValueWalk.Constant(set.Arguments[0]) is int constant)
                    yield return constant;
    }
}
