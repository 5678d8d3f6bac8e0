using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ScaleFitness.Benchmarks;

/// <summary>What the command line asks for.</summary>
internal sealed record Options(int Runs, string Letters, IReadOnlyList<string> Assemblies)
{
    public const string Usage = "Usage: ScaleFitness.Benchmarks [--runs N] [--only abcde] [assembly or folder …]   (default: the shared frameworks)";

    public static bool TryParse(string[] args, [NotNullWhen(true)] out Options? options, [NotNullWhen(false)] out string? error)
    {
        (options, error) = (null, null);
        var runs = 5;
        var letters = Measurements.Letters;
        var paths = new List<string>();
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] == "--runs" && i + 1 < args.Length && int.TryParse(args[++i], CultureInfo.InvariantCulture, out runs) && runs > 0)
                continue;
            if (args[i] == "--only" && i + 1 < args.Length && args[++i].All(Measurements.Letters.Contains))
                letters = args[i];
            else if (File.Exists(args[i]))
                paths.Add(args[i]);
            else if (Directory.Exists(args[i]))
                paths.AddRange(AssemblyFiles.In(args[i]));
            else
                error = $"'{args[i]}' is no option, file or folder.";
        }

        options = error is null ? new(runs, letters, paths.Count > 0 ? paths : AssemblyFiles.OfSharedFrameworks()) : null;
        return error is null;
    }
}
