namespace ScaleFitness.Benchmarks;

/// <summary>Prints the table.</summary>
internal static class Report
{
    public static void Print(IReadOnlyDictionary<char, List<Sample>> samples)
    {
        var reference = samples.GetValueOrDefault(Measurements.Reference);
        Console.WriteLine();
        Console.WriteLine($"{"",-44}{"seconds",9}{"(min–max)",16}{"× (b)",8}{"CPU s",8}{"× (b)",8}{"peak MB",9}  work");
        foreach (var (letter, runs) in samples.OrderBy(s => s.Key))
        {
            var range = $"({runs.Min(s => s.Seconds):F2}–{runs.Max(s => s.Seconds):F2})";
            Console.WriteLine($"({letter}) {Measurements.Of(letter).Name,-40}{Median(runs, s => s.Seconds),9:F2}{range,16}{Ratio(runs, reference, s => s.Seconds),8}"
                + $"{Median(runs, s => s.ProcessorSeconds),8:F2}{Ratio(runs, reference, s => s.ProcessorSeconds),8}{Median(runs, s => s.PeakBytes / 1e6),9:F0}  {runs[0].Work}");
        }
    }

    private static string Ratio(List<Sample> samples, List<Sample>? reference, Func<Sample, double> of) =>
        reference is null ? "" : $"{Median(samples, of) / Median(reference, of):F2}";

    private static double Median(List<Sample> samples, Func<Sample, double> of)
    {
        var sorted = samples.Select(of).Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
