using System.Diagnostics;
using System.Globalization;
using ScaleFitness.Benchmarks;

// A measurement runs in a fresh process, so that its peak memory and its cold code are its own.
if (args is ["--measure", var letter, .. var measured])
{
    using var self = Process.GetCurrentProcess();
    var before = self.TotalProcessorTime;
    var clock = Stopwatch.StartNew();
    var work = Measurements.Of(letter[0]).Run(measured);
    clock.Stop();
    self.Refresh();
    Console.WriteLine(new Sample(clock.Elapsed.TotalSeconds, (self.TotalProcessorTime - before).TotalSeconds, self.PeakWorkingSet64, work).ToLine());
    return 0;
}

if (!Options.TryParse(args, out var options, out var error))
{
    Console.Error.WriteLine(error);
    Console.Error.WriteLine(Options.Usage);
    return 2;
}

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Console.WriteLine($"{options.Assemblies.Count} assemblies, {options.Runs} runs each, interleaved; medians.");
var samples = options.Letters.ToDictionary(l => l, _ => new List<Sample>());
for (var run = 0; run < options.Runs; run++)
    foreach (var l in options.Letters)
        samples[l].Add(Child.Measure(l, options.Assemblies));
Report.Print(samples);
return 0;
