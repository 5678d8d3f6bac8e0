using System.Text;

namespace ScaleFitness.Baselines;

/// <summary>Writes a text file whole or not at all: whoever reads meanwhile, or after a crash, sees the old file or the new one.</summary>
internal static class AtomicFile
{
    /// <summary>Writes UTF-8 without a byte-order mark.</summary>
    /// <exception cref="IOException">The file cannot be written; it is then as it was.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder or file may not be written.</exception>
    public static void Write(string path, string text)
    {
        // A rename would replace a link by a file and leave the file it points at behind.
        var target = (File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true) : null)?.FullName ?? Path.GetFullPath(path);
        // In the same folder, since a rename is atomic only within one file system.
        var temporary = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Guid.NewGuid():N}.tmp");
        try
        {
            WriteToDisk(temporary, text);
            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    private static void WriteToDisk(string path, string text)
    {
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        stream.Write(Encoding.UTF8.GetBytes(text));
        stream.Flush(flushToDisk: true);
    }
}
