using System.Text;

namespace ScaleFitness.Json;

/// <summary>Turns byte offsets of a UTF-8 text into positions.</summary>
internal sealed class Lines(byte[] text)
{
    public Position At(long offset)
    {
        var before = text.AsSpan(0, (int)Math.Clamp(offset, 0, text.Length));
        return new(before.Count((byte)'\n') + 1, Column(before, before.LastIndexOf((byte)'\n') + 1));
    }

    /// <summary>A position as <see cref="System.Text.Json.JsonException"/> counts: from zero, and in bytes.</summary>
    public Position At(long line, long bytesInLine)
    {
        var start = 0;
        for (var i = 0L; i < line; i++)
            start += text.AsSpan(start).IndexOf((byte)'\n') + 1;
        return At(start + bytesInLine);
    }

    private static int Column(ReadOnlySpan<byte> before, int lineStart) => Encoding.UTF8.GetCharCount(before[lineStart..]) + 1;
}
