using System.Diagnostics;

namespace ScaleFitness.Benchmarks;

/// <summary>Runs one measurement in a process of its own.</summary>
internal static class Child
{
    public static Sample Measure(char letter, IReadOnlyList<string> assemblies)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        // Started as `dotnet ScaleFitness.Benchmarks.dll`, the process is the host, not this program.
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
            start.ArgumentList.Add(typeof(Child).Assembly.Location);
        start.ArgumentList.Add("--measure");
        start.ArgumentList.Add(letter.ToString());
        foreach (var path in assemblies)
            start.ArgumentList.Add(path);
        using var process = Process.Start(start)!;
        Sample? sample = null;
        while (process.StandardOutput.ReadLine() is { } line)
            sample ??= Sample.FromLine(line);
        process.WaitForExit();
        return sample ?? throw new InvalidOperationException($"Measurement {letter} failed with exit code {process.ExitCode}.");
    }
}
