using System.Reflection.PortableExecutable;

namespace ScaleFitness.Robustness;

/// <summary>One way to damage an assembly, the same for the same seed.</summary>
/// <param name="Seed">Decides where and how.</param>
/// <param name="Kind">What is done.</param>
/// <param name="File">Which assembly, or which one's debug information.</param>
public sealed record Mutation(int Seed, MutationKind Kind, string File)
{
    /// <summary>The file's content after it.</summary>
    public byte[] Apply(byte[] original)
    {
        var random = new Random(Seed);
        var bytes = (byte[])original.Clone();
        switch (Kind)
        {
            case MutationKind.Truncated:
                return bytes[..random.Next(bytes.Length)];
            case MutationKind.Zeroed:
                var (start, length) = Range(random, 0, bytes.Length);
                bytes.AsSpan(start, length).Clear();
                return bytes;
            case MutationKind.Flipped:
                Flip(bytes, random, 0, bytes.Length, 1 + random.Next(64));
                return bytes;
            default:
                var (at, size) = Metadata(original);
                Flip(bytes, random, at, size, 1 + random.Next(Kind == MutationKind.MetadataFlippedOnce ? 1 : 24));
                return bytes;
        }
    }

    private static void Flip(byte[] bytes, Random random, int start, int length, int count)
    {
        for (var i = 0; i < count; i++)
        {
            ref var target = ref bytes[start + random.Next(length)];
            // Values that lengths, tokens and signatures treat specially are likelier to hurt than any.
            target = random.Next(4) switch
            {
                0 => 0xFF,
                1 => (byte)random.Next(0x46),
                2 => (byte)(target ^ (1 << random.Next(8))),
                _ => (byte)random.Next(256),
            };
        }
    }

    private static (int Start, int Length) Range(Random random, int start, int length)
    {
        var size = 1 + random.Next(Math.Min(length, 4096));
        return (start + random.Next(length - size), size);
    }

    private static (int Start, int Length) Metadata(byte[] original)
    {
        if (original is not [(byte)'M', (byte)'Z', ..])
            return (0, original.Length);
        using var image = new PEReader(new MemoryStream(original));
        return (image.PEHeaders.MetadataStartOffset, image.PEHeaders.MetadataSize);
    }
}

/// <summary>What a <see cref="Mutation"/> does.</summary>
public enum MutationKind
{
    /// <summary>The end is missing.</summary>
    Truncated,

    /// <summary>A range is zero.</summary>
    Zeroed,

    /// <summary>Bytes anywhere are wrong.</summary>
    Flipped,

    /// <summary>Bytes of the metadata are wrong.</summary>
    MetadataFlipped,

    /// <summary>One byte of the metadata is wrong: the rest is read in good faith.</summary>
    MetadataFlippedOnce,
}
