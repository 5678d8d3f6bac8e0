using Mono.Cecil;
using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Flow;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Values;
using Xunit.Abstractions;
using MethodDefinition = Mono.Cecil.MethodDefinition;

namespace ScaleFitness.Robustness;

/// <summary>The engine's loops against <see cref="RawLoops"/>, over code that neither was written for.</summary>
public class LoopOracleTests(ITestOutputHelper output)
{
    /// <summary>The search from each call is quadratic.</summary>
    private const int LongestMethod = 1500;

    [Theory]
    [InlineData("System.Private.CoreLib.dll")]
    [InlineData("System.Linq.dll")]
    [InlineData("System.Net.Http.dll")]
    [InlineData("System.Text.Json.dll")]
    [InlineData("System.Private.Xml.dll")]
    [InlineData("Microsoft.AspNetCore.Server.Kestrel.Core.dll")]
    [InlineData("Microsoft.AspNetCore.SignalR.Core.dll")]
    [InlineData("Microsoft.AspNetCore.Components.dll")]
    public void Loops_are_where_control_comes_back(string file) =>
        Agree([SharedFrameworks.All.Single(candidate => Path.GetFileName(candidate) == file)], _ => true);

    [Fact]
    public void Loops_of_every_async_method_and_iterator_are_where_control_comes_back() =>
        Agree(SharedFrameworks.All, function => function.MachineKind != MachineKind.None);

    private void Agree(IEnumerable<string> paths, Func<SourceFunction, bool> isWanted)
    {
        var counts = new Dictionary<MachineKind, (int Methods, int InLoop)>();
        var differences = new List<string>();
        foreach (var path in paths)
            Compare(path, isWanted, counts, differences);
        foreach (var (kind, (methods, inLoop)) in counts.OrderBy(count => count.Key))
            output.WriteLine($"{kind}: {methods} methods, {inLoop} calls in loops");
        Assert.True(differences.Count == 0, $"{differences.Count} differences\n" + string.Join('\n', differences.Take(20)));
    }

    private static void Compare(string path, Func<SourceFunction, bool> isWanted, Dictionary<MachineKind, (int Methods, int InLoop)> counts, List<string> differences)
    {
        var code = CodeModel.Read([path]);
        using var assembly = AssemblyDefinition.ReadAssembly(path);
        var types = assembly.MainModule.GetTypes().ToDictionary(type => type.FullName.Replace('/', '+'));
        foreach (var function in code.Folded.Methods.SelectMany(method => method.Functions).Where(isWanted))
        {
            var type = function.BodyMethod.DeclaringType;
            var raw = types[type.Reference.FullName].Methods[type.Methods.IndexOf(function.BodyMethod)];
            if (raw.Body.Instructions.Count > LongestMethod)
                continue;
            var calls = BodyAnalysis.Run(function, code.Folded, f => new() { Function = f }).Calls;
            var (inLoop, different) = Compare(function, raw, calls);
            differences.AddRange(different);
            var (methods, loops) = counts.GetValueOrDefault(function.MachineKind);
            counts[function.MachineKind] = (methods + 1, loops + inLoop);
        }
    }

    private static (int InLoop, IEnumerable<string> Different) Compare(SourceFunction function, MethodDefinition raw, IReadOnlyList<Call> calls)
    {
        var loops = new RawLoops(raw, function.MachineKind switch
        {
            MachineKind.Iterator => state => state > 0,
            MachineKind.AsyncIterator => state => state < -3,
            _ => null,
        });
        var byOffset = raw.Body.Instructions.ToDictionary(instruction => instruction.Offset);
        var inLoop = calls.Where(call => loops.InLoop(byOffset[call.Offset])).ToHashSet();
        return (inLoop.Count, calls.Where(call => inLoop.Contains(call) != (call.Loop is not null))
            .Select(call => $"{function} IL_{call.Offset:x4} {call.Method.Name}: {(call.Loop is null ? "no loop for the engine" : "only the engine sees a loop")} ({function.MachineKind}, {raw.FullName})"));
    }
}
