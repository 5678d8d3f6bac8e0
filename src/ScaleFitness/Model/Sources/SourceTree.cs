using System.Collections.Concurrent;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Findings;

namespace ScaleFitness.Model.Sources;

/// <summary>
/// Maps what debug information recorded to files of the repository: paths become relative to its root, with forward
/// slashes, whatever machine compiled them; the source line is read where the file is at hand.
/// </summary>
public sealed class SourceTree
{
    /// <summary>The root that deterministic builds map a repository to.</summary>
    private const string DeterministicRoot = "/_/";

    private readonly string? _root;
    private readonly string _common;
    private readonly IReadOnlyList<string> _documents;
    private readonly ConcurrentDictionary<string, (string Relative, string? Full, Lazy<string[]?> Lines)> _files = new(StringComparer.Ordinal);

    internal SourceTree(string? repositoryRoot, IEnumerable<string> documents)
    {
        var all = documents.Select(Normal).Distinct(StringComparer.Ordinal).ToList();
        _root = repositoryRoot is not null ? Normal(Path.GetFullPath(repositoryRoot)).TrimEnd('/') : FindRoot(all);
        _documents = all;
        _common = CommonFolder(all.Where(d => !d.StartsWith(DeterministicRoot, StringComparison.Ordinal)));
    }

    /// <summary>The location of a statement, or null without debug information.</summary>
    public SourceLocation? Locate(SourcePosition? position)
    {
        if (position is null)
            return null;
        var (relative, full, lines) = _files.GetOrAdd(position.Document, Open);
        return new(relative, position.Line, position.Column, position.EndLine, position.EndColumn)
        {
            FullPath = full,
            Snippet = lines.Value is { } text && position.Line <= text.Length ? text[position.Line - 1].Trim() : null,
        };
    }

    /// <summary>The root of the repository on this machine, or null where there is none.</summary>
    internal string? Root => _root;

    /// <summary>Whether the app under test has sources below a folder: it may be a sample itself.</summary>
    internal bool HoldsSources(string folder)
    {
        var below = Relative(Normal(folder)) + "/";
        return _documents.Any(d => Relative(d).StartsWith(below, StringComparison.Ordinal));
    }

    /// <summary>Documents that any method of the program was compiled from.</summary>
    internal static IEnumerable<string> DocumentsOf(CompiledProgram program) =>
        program.Assemblies.SelectMany(a => a.Documents);

    /// <summary>Where a document is on this machine, or null where it is not.</summary>
    internal string? FullPathOf(string document) => _files.GetOrAdd(document, Open).Full;

    /// <summary>A file's path relative to the repository; its name where it lies outside.</summary>
    internal string PathOf(string file) => Relative(Normal(Path.GetFullPath(file))) is var path && Path.IsPathRooted(path) ? Path.GetFileName(path) : path;

    /// <summary>A line of a file, counted from one, or null.</summary>
    internal string? LineOf(string file, int line) =>
        _files.GetOrAdd(file, Open).Lines.Value is { } lines && line <= lines.Length ? lines[line - 1] : null;

    private (string, string?, Lazy<string[]?>) Open(string document)
    {
        var path = Normal(document);
        var relative = Relative(path);
        var full = File.Exists(document) ? Path.GetFullPath(document) : _root is not null && File.Exists(_root + "/" + relative) ? _root + "/" + relative : null;
        return (relative, full, new(() => full is null ? null : Read(full)));
    }

    private string Relative(string path)
    {
        if (path.StartsWith(DeterministicRoot, StringComparison.Ordinal))
            return path[DeterministicRoot.Length..];
        if (_root is not null && path.StartsWith(_root + "/", StringComparison.Ordinal))
            return path[(_root.Length + 1)..];
        return path.StartsWith(_common, StringComparison.Ordinal) ? path[_common.Length..] : path;
    }

    private static string[]? Read(string path)
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A snippet is a convenience; the location stands without it.
            return null;
        }
    }

    /// <summary>The nearest folder above the sources that holds <c>.git</c> (a file, in a work tree).</summary>
    private static string? FindRoot(List<string> documents)
    {
        foreach (var document in documents)
            for (var folder = Path.GetDirectoryName(document); !string.IsNullOrEmpty(folder); folder = Path.GetDirectoryName(folder))
                if (Directory.Exists(Path.Combine(folder, ".git")) || File.Exists(Path.Combine(folder, ".git")))
                    return Normal(folder);
        return null;
    }

    private static string CommonFolder(IEnumerable<string> documents)
    {
        string? common = null;
        foreach (var document in documents)
        {
            var folder = document[..(document.LastIndexOf('/') + 1)];
            common ??= folder;
            while (!folder.StartsWith(common, StringComparison.Ordinal))
                common = common[..(common.TrimEnd('/').LastIndexOf('/') + 1)];
        }

        return common ?? "";
    }

    private static string Normal(string path) => path.Replace('\\', '/');
}
