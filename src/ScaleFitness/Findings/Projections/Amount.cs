using static System.FormattableString;

namespace ScaleFitness.Findings.Projections;

/// <summary>Figures as people read them. Three digits are more than a projection knows.</summary>
internal static class Amount
{
    public static string Count(double number) => number < 10 ? Invariant($"{number:0.##}") : Invariant($"{number:#,0}");

    public static string Bytes(double bytes) => bytes switch
    {
        < 1e3 => Invariant($"{bytes:0} B"),
        < 1e6 => Invariant($"{bytes / 1e3:0.#} KB"),
        < 1e9 => Invariant($"{bytes / 1e6:0.#} MB"),
        < 1e12 => Invariant($"{bytes / 1e9:#,0.#} GB"),
        _ => Invariant($"{bytes / 1e12:#,0.#} TB"),
    };

    public static string Time(double seconds) => seconds switch
    {
        < 1e-3 => Invariant($"{seconds * 1e6:0.#} µs"),
        < 1 => Invariant($"{seconds * 1e3:0.#} ms"),
        < 120 => Invariant($"{seconds:0.#} s"),
        < 7_200 => Invariant($"{seconds / 60:0.#} min"),
        _ => Invariant($"{seconds / 3_600:#,0.#} h"),
    };
}
