using System.Diagnostics;
using System.Text;

namespace ScaleFitness.EndToEnd;

/// <summary>What a command said, and how it ended.</summary>
internal sealed record CommandResult(int ExitCode, string Output);

/// <summary>Runs the SDK as a developer at a prompt would: without what this test run's own SDK and build server put into the environment.</summary>
internal static class DotNet
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(5);

    private static readonly IReadOnlyList<string> _buildServerMarks =
    [
        "CI", "TF_BUILD", "GITHUB_ACTIONS", "GITLAB_CI", "JENKINS_URL", "TEAMCITY_VERSION", "BUILDKITE", "CIRCLECI", "APPVEYOR",
        "CODEBUILD_BUILD_ID", "BITBUCKET_BUILD_NUMBER", "TRAVIS",
    ];

    public static async Task<CommandResult> RunAsync(string folder, IEnumerable<string> arguments, bool ci = false)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Clear(start.Environment);
        if (ci)
            start.Environment["CI"] = "true";

        var output = new StringBuilder();
        using var process = new Process { StartInfo = start };
        DataReceivedEventHandler keep = (_, line) =>
        {
            lock (output)
                output.AppendLine(line.Data);
        };
        process.OutputDataReceived += keep;
        process.ErrorDataReceived += keep;
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        using var late = new CancellationTokenSource(_patience);
        try
        {
            await process.WaitForExitAsync(late.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"dotnet {string.Join(' ', start.ArgumentList)} did not end:\n{output}");
        }

        lock (output)
            return new CommandResult(process.ExitCode, output.ToString());
    }

    private static void Clear(IDictionary<string, string?> environment)
    {
        foreach (var variable in environment.Keys.ToList())
            if (_buildServerMarks.Contains(variable)
                || variable.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
                || variable.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase))
                environment.Remove(variable);

        // A build node that outlives its build would keep this process's output open, and the wait for it with it.
        environment["MSBUILDDISABLENODEREUSE"] = "1";
        environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        environment["DOTNET_NOLOGO"] = "1";
    }
}
