using System.Collections;
using Microsoft.EntityFrameworkCore.Update;

namespace ScaleFitness.Hosting.Running;

/// <summary>Rows that are saved nowhere get the keys that a database would have given them: the temporary ones, which differ.</summary>
internal static class StillEntries
{
    public static int Save(ICollection saved)
    {
        foreach (var entry in saved.OfType<IUpdateEntry>())
            foreach (var property in entry.EntityType.GetProperties().Where(entry.HasTemporaryValue))
                try
                {
                    entry.SetStoreGeneratedValue(property, entry.GetCurrentValue(property));
                }
                catch (InvalidOperationException)
                {
                    // The value follows another row's key.
                }

        return saved.Count;
    }
}
