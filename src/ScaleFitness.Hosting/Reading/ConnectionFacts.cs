using Microsoft.EntityFrameworkCore;
using ScaleFitness.Model.Composition;
using ScaleFitness.Model.Settings;
using ScaleFitness.Model.SingleInstance;

namespace ScaleFitness.Hosting.Reading;

/// <summary>Reads of a connection string what is no secret; who connects, and with what, is never kept.</summary>
internal static class ConnectionFacts
{
    public static ComposedConnection? Of(DbContext context)
    {
        try
        {
            var text = context.Database.GetConnectionString() ?? context.Database.GetDbConnection().ConnectionString;
            return ConnectionString.Parse(text) is { } read
                ? new(read.Pooling, read.MaxPoolSize, Number(read["Minimum Pool Size"] ?? read["Min Pool Size"]), read.CommandTimeout, LocalAddress.IsConnection(text), read.Database)
                : null;
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or NotSupportedException)
        {
            // A context that gets its connection later.
            return null;
        }
    }

    private static int? Number(string? text) => int.TryParse(text, out var number) ? number : null;
}
