using System.Reflection;
using System.Text;

namespace ScaleFitness.Testing;

/// <summary>
/// The one line of a run. What a passing test prints is kept from the user in one way or another, so the line goes two
/// ways: to the process's own output, which terminals show, and into a file beside the test assembly, which the kit's
/// targets print when <c>dotnet test</c> runs in a log.
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

        Print(line + Environment.NewLine);
    }

    // In a test host NUnit and MSTest hold Console.Out; elsewhere the runner does, and speaks a protocol on what is below it.
    private static void Print(string line)
    {
        if (Assembly.GetEntryAssembly()?.GetName().Name?.StartsWith("testhost", StringComparison.OrdinalIgnoreCase) != true)
        {
            Console.Write(line);
            return;
        }

        using var output = Console.OpenStandardOutput();
        output.Write(Encoding.UTF8.GetBytes(line));
    }
}
