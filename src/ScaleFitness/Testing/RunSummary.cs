using System.Reflection;

namespace ScaleFitness.Testing;

/// <summary>
/// The one line of a run. What a passing test prints is kept by the test platform, so the line is left beside the test
/// assembly for the kit's targets, which print it when <c>dotnet test</c> is done; a test program run by itself prints it.
/// </summary>
internal static class RunSummary
{
    public const string FileName = "ScaleFitness.summary.txt";

    public static void Publish(string folder, string line)
    {
        try
        {
            File.WriteAllText(Path.Combine(folder, FileName), line + Environment.NewLine);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // A read-only folder costs the line, not the run.
        }

        if (Assembly.GetEntryAssembly()?.GetName().Name?.StartsWith("testhost", StringComparison.OrdinalIgnoreCase) != true)
            Console.WriteLine(line);
    }
}
