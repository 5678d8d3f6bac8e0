using System.Globalization;

namespace ScaleFitness.Benchmarks;

/// <summary>One run of one measurement.</summary>
/// <param name="Seconds">Time, from the first file to the last result.</param>
/// <param name="ProcessorSeconds">Processor time of all threads, the compiler's and the collector's included: steadier than time on a busy machine.</param>
/// <param name="PeakBytes">Peak working set of the process.</param>
/// <param name="Work">What was done, as proof that nothing was skipped.</param>
internal sealed record Sample(double Seconds, double ProcessorSeconds, long PeakBytes, string Work)
{
    private const string Mark = "sample|";

    public string ToLine() => string.Create(CultureInfo.InvariantCulture, $"{Mark}{Seconds:R}|{ProcessorSeconds:R}|{PeakBytes}|{Work}");

    public static Sample? FromLine(string line) =>
        line.StartsWith(Mark, StringComparison.Ordinal) && line.Split('|') is [_, var seconds, var processor, var peak, var work]
            ? new(double.Parse(seconds, CultureInfo.InvariantCulture), double.Parse(processor, CultureInfo.InvariantCulture), long.Parse(peak, CultureInfo.InvariantCulture), work)
            : null;
}
