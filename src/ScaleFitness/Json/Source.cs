using System.Text.Json;

namespace ScaleFitness.Json;

/// <summary>A JSON file that users write: what is wrong in it is said with its name, the position and the remedy.</summary>
/// <param name="File">The path, as it is shown.</param>
/// <param name="Remedy">What to do about anything wrong in this file; one sentence.</param>
/// <param name="Options">What the file may hold besides plain JSON.</param>
internal sealed record Source(string File, string Remedy, JsonReaderOptions Options)
{
    /// <summary>Reads and parses the file.</summary>
    /// <exception cref="InvalidFileException">The file cannot be read or is not JSON.</exception>
    public Part Read()
    {
        byte[] bytes;
        try
        {
            bytes = System.IO.File.ReadAllBytes(File);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw Error(null, $"the file cannot be read: {e.Message}");
        }

        return Parse(bytes);
    }

    /// <summary>Parses text of the file.</summary>
    /// <exception cref="InvalidFileException">The text is not JSON.</exception>
    public Part Parse(ReadOnlySpan<byte> text) => new TreeReader(this, WithoutMark(text)).Read();

    public InvalidFileException Error(Position? at, string problem) => new(File, at, problem, Remedy);

    /// <summary>An error that names the nearest valid word; nothing is guessed.</summary>
    public InvalidFileException Unknown(Position at, string what, string word, IEnumerable<string> valid) =>
        Error(at, $"unknown {what} \"{word}\"{(NearestWord.To(word, valid) is { } near ? $"; did you mean \"{near}\"?" : ".")}");

    private static byte[] WithoutMark(ReadOnlySpan<byte> text) =>
        (text.StartsWith("\uFEFF"u8) ? text[3..] : text).ToArray();
}
