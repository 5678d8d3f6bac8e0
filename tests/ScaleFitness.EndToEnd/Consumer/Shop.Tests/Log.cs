using System;
using System.IO;

namespace Shop.Tests;

/// <summary>Says how often the rules ran: once for a test run, however many rules there are.</summary>
internal static class Log
{
    public static void Analysed() => File.AppendAllText(Path.Combine(AppContext.BaseDirectory, "analysed.log"), "analysed\n");
}
