using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Reading;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Code.Calls;

/// <summary>The app's code: source methods, and what their functions do, analysed once each when somebody asks. Safe to use from several threads.</summary>
public sealed class CodeModel
{
    private readonly FunctionTable<FunctionBody> _bodies;
    private readonly FunctionTable<ControlPaths> _paths;
    private readonly Func<SourceFunction, FunctionBody> _bodyOf;
    private readonly IReadOnlyList<UnreadableBody> _unreadable;

    private CodeModel(FoldedProgram folded, IReadOnlyList<UnreadableBody> unreadable)
    {
        Folded = folded;
        _unreadable = unreadable;
        _bodyOf = BodyOf;
        _bodies = new(folded.FunctionCount, Analyse);
        _paths = new(folded.FunctionCount, f => ControlPaths.Of(f, folded));
    }

    /// <summary>Source methods and who belongs to whom.</summary>
    public FoldedProgram Folded { get; }

    /// <summary>Types and members.</summary>
    public CompiledProgram Program => Folded.Program;

    /// <summary>Source methods that the author wrote; generated ones are left out.</summary>
    public IEnumerable<SourceMethod> Methods => Folded.Methods.Where(m => !m.IsGenerated);

    /// <summary>Functions that the author wrote.</summary>
    public IEnumerable<SourceFunction> Functions => Methods.SelectMany(m => m.Functions);

    /// <summary>Reads assemblies and folds them.</summary>
    public static CodeModel Read(IReadOnlyList<string> assemblies)
    {
        var program = ProgramReader.Read(assemblies, out var unreadable);
        return new(ProgramFolder.Fold(program), unreadable);
    }

    /// <summary>What a function does.</summary>
    public FunctionBody BodyOf(SourceFunction function) => _bodies[function];

    /// <summary>How control may get from one statement of a function to another.</summary>
    public ControlPaths PathsOf(SourceFunction function) => _paths[function];

    /// <summary>What a function does, analysed anew and not kept: for a pass over everything that must not hold everything.</summary>
    internal FunctionBody Analyse(SourceFunction function) => BodyAnalysis.Run(function, Folded, _bodyOf);

    /// <summary>The function behind a method reference, or null for a library's.</summary>
    public SourceFunction? FunctionOf(MethodRef method) =>
        Program.Find(method) is { } definition ? Folded.FunctionOf(definition) : null;

    /// <summary>Functions that were asked for and given up on so far, and bodies that could not be read or assigned to an author; ordered.</summary>
    public IReadOnlyList<Gap> NotAnalysed() =>
    [
        .. _bodies.Known
            .Where(b => b.NotAnalysed is not null)
            .Select(b => new Gap(b.Function, b.Function.Owner.DisplayName, b.NotAnalysed!))
            .Concat(_unreadable.Select(u => new Gap(null, u.Method.DeclaringType.DisplayName + "." + u.Method.Name, u.Reason)))
            .Concat(Folded.Orphans.Select(o => new Gap(null, o.DeclaringType.DisplayName, "generated code in it could not be assigned to a method")))
            .Distinct()
            .OrderBy(g => g.Method, StringComparer.Ordinal).ThenBy(g => g.Reason, StringComparer.Ordinal),
    ];
}

/// <summary>Code that was not analysed.</summary>
/// <param name="Function">The function, or null where the body could not even be read.</param>
/// <param name="Method">Its name.</param>
/// <param name="Reason">Why.</param>
public sealed record Gap(SourceFunction? Function, string Method, string Reason);
