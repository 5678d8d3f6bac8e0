using System.Globalization;

namespace ScaleFitness.Tests.Samples;

/// <summary>Runs code under another culture.</summary>
public static class Under
{
    /// <summary>Cultures that break careless code: dotless i, decimal comma, other calendars, other minus signs.</summary>
    public static TheoryData<string> Cultures => new("tr-TR", "de-DE", "th-TH", "ar-SA", "sv-SE", "fa-IR");

    public static T Culture<T>(string name, Func<T> run)
    {
        var (culture, ui) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(name);
            return run();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, ui);
        }
    }
}
