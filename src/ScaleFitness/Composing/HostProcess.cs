using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace ScaleFitness.Composing;

/// <summary>
/// Composes an app in a process of its own, as EF Core's tools do: whatever start-up code does (set environment variables,
/// end the process, block, leave threads behind) stays there, and the tests that run meanwhile do not notice.
/// </summary>
internal sealed class HostProcess(CompositionRequest request, HostFiles files)
{
    private readonly LastLines _said = new();

    /// <summary>Composes, and says what came of it. What the machine refuses is an answer too: it costs the host, not the run.</summary>
    public HostAnswer Run()
    {
        try
        {
            return RunInFolder();
        }
        catch (Exception e) when (e is Win32Exception or IOException or UnauthorizedAccessException or JsonException)
        {
            return new(null, new($"the process that composes it could not be run with {DotnetHost.Path} ({e.Message.TrimEnd('.')})", "See that dotnet may be started from tests and that the folder of temporary files can be written, or set composition.enabled to false in scalefitness.json."));
        }
    }

    private HostAnswer RunInFolder()
    {
        var folder = Directory.CreateTempSubdirectory("ScaleFitness-");
        try
        {
            return Run(Path.Combine(folder.FullName, "answer.json"));
        }
        finally
        {
            Delete(folder);
        }
    }

    private HostAnswer Run(string answerFile)
    {
        using var process = new Process { StartInfo = StartInfo() };
        process.OutputDataReceived += (_, line) => _said.Add(line.Data);
        process.ErrorDataReceived += (_, line) => _said.Add(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        Ask(process, new(request.App, request.Tests, request.Environment, request.Settings, answerFile, request.TimeLimit.TotalSeconds));

        var ended = process.WaitForExit(request.TimeLimit + TimeSpan.FromSeconds(1));
        if (!ended)
            process.Kill(entireProcessTree: true);
        if (File.Exists(answerFile))
            return JsonSerializer.Deserialize<HostAnswer>(File.ReadAllBytes(answerFile)) ?? Silent(ended, null);
        process.WaitForExit();
        return Silent(ended, process.ExitCode);
    }

    /// <summary>A process that could not even begin is gone by now: its last words say why.</summary>
    private static void Ask(Process process, HostRequest question)
    {
        try
        {
            process.StandardInput.WriteLine(JsonSerializer.Serialize(question));
            process.StandardInput.Flush();
        }
        catch (IOException)
        {
        }
    }

    private HostAnswer Silent(bool ended, int? exitCode) => new(null, ended
        ? new($"the app's start-up ended the process (exit code {exitCode}){_said}", "Let start-up return or throw instead of ending the process, or give the host what it needs under composition.settings in scalefitness.json.")
        : new($"the app's start-up did not come to the point of serving within {request.TimeLimit.TotalSeconds:0} s{_said}", "Take what blocks out of start-up (waiting for a neighbour, reading the console), or allow more seconds with composition.timeLimit in scalefitness.json."));

    private ProcessStartInfo StartInfo()
    {
        var start = new ProcessStartInfo(DotnetHost.Path)
        {
            WorkingDirectory = request.ContentRoot,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        foreach (var argument in (string[])["exec", "--runtimeconfig", files.RuntimeConfig, .. files.Dependencies is { } dependencies ? ["--depsfile", dependencies] : Array.Empty<string>(), files.Program])
            start.ArgumentList.Add(argument);
        HostVariables.Set(start.Environment, request);
        return start;
    }

    /// <summary>A scanner may hold a file for a moment; the system clears its folder of temporary files in time.</summary>
    private static void Delete(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }
}
