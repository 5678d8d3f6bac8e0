using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Effects;
using ScaleFitness.Model.Settings;
using ScaleFitness.Model.Tracing;

namespace ScaleFitness.Model.Files;

/// <summary>What functions leave on disks, and what becomes of it.</summary>
public sealed class FileWrites
{
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "Create", "CreateText", "OpenWrite", "Copy", "Move", "Replace", "Open", "CreateDirectory", "CopyTo", "MoveTo", "AppendText", "CreateSubdirectory", "CreateFromDirectory", "CreateFromDirectoryAsync",
        "FileStream", "StreamWriter", "Save",
    };

    /// <summary>Words of files that a probe of the orchestrator looks at.</summary>
    private static readonly string[] Signs = ["healthy", "health.", "liveness", "readiness", "heartbeat"];

    private readonly CodeModel _code;
    private readonly CallIndex _index;
    private readonly EffectReader _effects;
    private readonly Texts _texts;
    private readonly ConfigurationReads _configuration;
    private readonly Deletions _deletions;

    internal FileWrites(CodeModel code, CallIndex index, CallSites sites, EffectReader effects, Texts texts, Provenance provenance, ConfigurationReads configuration)
    {
        _code = code;
        _index = index;
        _effects = effects;
        _texts = texts;
        _configuration = configuration;
        _deletions = new(code, sites, provenance);
    }

    /// <summary>Functions that may write, by the names they mention.</summary>
    public IEnumerable<SourceFunction> Candidates => _index.Mentioning(n =>
        Names.Contains(n) || n.StartsWith("Write", StringComparison.Ordinal) || n.StartsWith("Append", StringComparison.Ordinal) || n.StartsWith("ExtractTo", StringComparison.Ordinal));

    /// <summary>What a function writes itself, in source order.</summary>
    public IReadOnlyList<FileWrite> In(SourceFunction function)
    {
        var body = _code.BodyOf(function);
        return [.. body.Calls.Select(c => (Call: c, Path: WritingCalls.PathOf(c, _effects, body))).Where(w => w.Path is not null).Select(w => new FileWrite(w.Call, w.Path!, WritingCalls.IsFolder(w.Call), FateOf(w.Call, w.Path!, body)))];
    }

    private FileFate FateOf(Call call, Value path, FunctionBody body)
    {
        var parts = _texts.Within(path);
        if (IsLog(call.Function.Owner.Definition.DeclaringType) || parts.Any(p => p is ConstantValue { Constant: string text } && IsOfInstance(text)))
            return FileFate.OfInstance;
        if (WritingCalls.IsDeletedOnClose(call, body) || _deletions.IsDeleted(call, parts))
            return FileFate.Deleted;
        if (parts.Any(p => p is ConstantValue { Constant: string text } && text.StartsWith(@"\\", StringComparison.Ordinal)))
            return FileFate.Shared;
        if (parts.Any(p => _configuration.IsConfigured(p) || IsOptions(p)))
            return FileFate.Configured;
        return parts.Any(IsOfApp) || parts.OfType<ConstantValue>().FirstOrDefault(c => c.Constant is string { Length: > 0 }) is { Constant: string first } && !System.IO.Path.IsPathRooted(first) && !parts.Any(IsTemporary) ? FileFate.Stays : FileFate.StaysSomewhere;
    }

    private static bool IsOfInstance(string path) =>
        path.EndsWith(".log", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".pid", StringComparison.OrdinalIgnoreCase) || Signs.Any(s => path.Contains(s, StringComparison.OrdinalIgnoreCase));

    private bool IsLog(TypeDefinition type) =>
        type.Reference.Name.EndsWith("Logger", StringComparison.Ordinal) || type.Reference.Name.EndsWith("LogSink", StringComparison.Ordinal) || type.Reference.Name.EndsWith("LogWriter", StringComparison.Ordinal)
        || _code.Program.Derives(type.Reference, FileSymbols.Logger) || _code.Program.Derives(type.Reference, FileSymbols.LoggerProvider) || _code.Program.Derives(type.Reference, FileSymbols.TraceListener);

    /// <summary>What is bound from settings is named so by all who write it, also where the binding is not seen.</summary>
    private bool IsOptions(Value value) =>
        value is CallValue { Call.Method: { HasThis: true } getter } && getter.Name.StartsWith("get_", StringComparison.Ordinal)
        && _code.Program.Find(getter.DeclaringType) is { IsExternal: false } type
        && (type.Reference.Name.EndsWith("Options", StringComparison.Ordinal) || type.Reference.Name.EndsWith("Settings", StringComparison.Ordinal) || type.Reference.Name.EndsWith("Config", StringComparison.Ordinal) || type.Reference.Name.EndsWith("Configuration", StringComparison.Ordinal));

    private static bool IsOfApp(Value value) =>
        value is CallValue { Call.Method: var method }
        && (method.DeclaringType.FullName is FileSymbols.HostEnvironment or FileSymbols.WebHostEnvironment && method.Name is "get_ContentRootPath" or "get_WebRootPath"
            || method.Is(FileSymbols.AppContext, "get_BaseDirectory") || method.Is(FileSymbols.AppDomain, "get_BaseDirectory")
            || method.Is(FileSymbols.Directory, "GetCurrentDirectory") || method.Is(FileSymbols.Environment, "get_CurrentDirectory"));

    private static bool IsTemporary(Value value) => value is CallValue { Call.Method: var method } && method.Is(FileSymbols.Path, "GetTempPath", "GetTempFileName");
}
