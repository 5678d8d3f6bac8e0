using ScaleFitness.Verdicts;

namespace ScaleFitness;

/// <summary>Where the user's files are.</summary>
internal sealed class ProjectFiles
{
    private readonly string? _project;

    public ProjectFiles(FitnessOptions options)
    {
        _project = options.ProjectDirectory is { Length: > 0 } project ? Path.GetFullPath(project) : null;
        Root = RootAbove(_project);
        Configuration = options.ConfigurationPath is { Length: > 0 } configuration ? File(configuration) : Existing("scalefitness.json");
        Baseline = options.BaselinePath is { Length: > 0 } baseline ? File(baseline)
            : _project is null ? null
            : File(Path.Combine(_project, "ScaleFitness.verified.json"));
    }

    /// <summary>The folder that holds <c>.git</c>, at or above the test project; null where there is none.</summary>
    public string? Root { get; }

    public UserFile? Configuration { get; }

    public UserFile? Baseline { get; }

    private UserFile? Existing(string name) =>
        _project is not null && System.IO.File.Exists(Path.Combine(_project, name)) ? File(Path.Combine(_project, name)) : null;

    private UserFile File(string path)
    {
        var full = Path.GetFullPath(path, _project ?? Environment.CurrentDirectory);
        var relative = (Root ?? _project) is { } root ? Path.GetRelativePath(root, full) : Path.GetFileName(full);
        // Outside the repository a relative path would lead through this machine's folders.
        var name = relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? Path.GetFileName(full) : relative;
        return new(name.Replace('\\', '/'), full);
    }

    // In a work tree .git is a file.
    private static string? RootAbove(string? folder)
    {
        for (; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var git = Path.Combine(folder, ".git");
            if (Directory.Exists(git) || System.IO.File.Exists(git))
                return folder;
        }

        return null;
    }
}
