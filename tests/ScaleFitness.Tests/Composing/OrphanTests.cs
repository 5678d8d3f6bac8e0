using System.Diagnostics;
using System.Text.Json;
using ScaleFitness.Composing;
using ScaleFitness.Tests.Harness;

namespace ScaleFitness.Tests.Composing;

/// <summary>The process that composes does not outlive the kit, and the kit outlives it.</summary>
public sealed class OrphanTests
{
    [Fact]
    public void A_process_that_cannot_be_started_is_an_answer()
    {
        var missing = Path.Combine(WorkFolder.Create("gone"), "folder");
        var answer = new HostProcess(new("App.dll", missing, [], "Production", new Dictionary<string, string>(), TimeSpan.FromSeconds(5)), new("Host.dll", "Host.runtimeconfig.json", null)).Run();
        Assert.Contains("could not be run", answer.Failure?.What, StringComparison.Ordinal);
        Assert.Contains("composition.enabled", answer.Failure?.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_ends_when_the_kit_is_gone_whatever_the_app_does()
    {
        var folder = WorkFolder.Create("orphan");
        var fixture = FixtureCompiler.Compile("Orphan", [new SourceText("Program.cs", """
            AppDomain.CurrentDomain.ProcessExit += (_, _) => Thread.Sleep(Timeout.Infinite);
            new Thread(() => Thread.Sleep(Timeout.Infinite)).Start();
            Console.WriteLine("blocked");
            Thread.Sleep(Timeout.Infinite);
            Host.CreateApplicationBuilder().Build().Run();
            """)], FixtureBuild.Debug, folder);
        ComposedFixture.WriteRuntime(fixture);
        var files = HostFiles.Find(fixture.AssemblyPath, [])!;
        using var process = Process.Start(new ProcessStartInfo(DotnetHost.Path, ["exec", "--runtimeconfig", files.RuntimeConfig, files.Program]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var request = new HostRequest(fixture.AssemblyPath, [], "Production", new Dictionary<string, string>(), Path.Combine(folder, "answer.json"), 600);
        await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(request));
        await process.StandardInput.FlushAsync();
        Assert.Equal("blocked", await process.StandardOutput.ReadLineAsync());

        process.StandardInput.Close();

        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(30)));
    }
}
