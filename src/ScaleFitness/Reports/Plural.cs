using System.Globalization;

namespace ScaleFitness.Reports;

/// <summary>A number of things.</summary>
internal static class Plural
{
    public static string Of(int count, string thing) =>
        $"{count.ToString(CultureInfo.InvariantCulture)} {thing}{(count == 1 ? "" : "s")}";
}
