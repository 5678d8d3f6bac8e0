using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;

namespace ScaleFitness.Json;

/// <summary>Reads one JSON text into <see cref="Part"/>s; a name that stands twice in an object is an error, since one of the two would be lost.</summary>
internal sealed class TreeReader(Source source, byte[] text)
{
    private readonly Lines _lines = new(text);

    public Part Read()
    {
        DemandUtf8();
        var reader = new Utf8JsonReader(text, source.Options);
        try
        {
            reader.Read();
            var root = ReadValue(ref reader);
            reader.Read();
            return root;
        }
        catch (JsonException e)
        {
            throw source.Error(_lines.At(e.LineNumber ?? 0, e.BytePositionInLine ?? 0), $"this is not valid JSON: {Reason(e)}");
        }
    }

    private Part ReadValue(ref Utf8JsonReader reader)
    {
        var at = _lines.At(reader.TokenStartIndex);
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => ReadObject(ref reader, at),
            JsonTokenType.StartArray => ReadArray(ref reader, at),
            JsonTokenType.String => new TextPart(at, Text(ref reader, at)),
            JsonTokenType.Number => new NumberPart(at, reader.GetDouble(), reader.TryGetInt64(out var whole) ? whole : null),
            JsonTokenType.True or JsonTokenType.False => new FlagPart(at, reader.GetBoolean()),
            _ => new NullPart(at),
        };
    }

    private ObjectPart ReadObject(ref Utf8JsonReader reader, Position at)
    {
        var members = new List<Member>();
        var names = new HashSet<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var nameAt = _lines.At(reader.TokenStartIndex);
            var name = Text(ref reader, nameAt);
            if (!names.Add(name))
                throw source.Error(nameAt, $"\"{name}\" stands here for the second time.");
            reader.Read();
            members.Add(new(name, nameAt, ReadValue(ref reader)));
        }

        return new(at, members);
    }

    private ArrayPart ReadArray(ref Utf8JsonReader reader, Position at)
    {
        var items = new List<Part>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            items.Add(ReadValue(ref reader));
        return new(at, items);
    }

    private string Text(ref Utf8JsonReader reader, Position at)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw source.Error(at, "this text holds half of a surrogate pair.");
        }
    }

    // The reader itself looks at the encoding only of what is asked for as text, and then knows no position.
    private void DemandUtf8()
    {
        if (Utf8.IsValid(text))
            return;
        var characters = new char[text.Length];
        if (Utf8.ToUtf16(text, characters, out var read, out _, replaceInvalidSequences: false) != OperationStatus.Done)
            throw source.Error(_lines.At(read), "the file is not UTF-8 from here on.");
    }

    private static string Reason(JsonException e)
    {
        var end = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? e.Message : e.Message[..end];
    }
}
