using System.Globalization;

namespace ScaleFitness.Json;

/// <summary>Reads values of one kind; any other kind is an error that says what was expected.</summary>
internal sealed class Values(Source source)
{
    public ObjectPart Object(Part part, string what) => part as ObjectPart ?? throw Wrong(part, what, "an object");

    public ArrayPart Array(Part part, string what) => part as ArrayPart ?? throw Wrong(part, what, "an array");

    public bool Flag(Part part, string what) => part is FlagPart flag ? flag.Value : throw Wrong(part, what, "true or false");

    public string Text(Part part, string what) => part is TextPart text ? text.Text : throw Wrong(part, what, "a text");

    public string FilledText(Part part, string what)
    {
        var text = Text(part, what);
        return string.IsNullOrWhiteSpace(text) ? throw source.Error(part.At, $"{what} must not be empty.") : text;
    }

    public long Whole(Part part, string what, long least, long most = long.MaxValue)
    {
        if (part is not NumberPart number)
            throw Wrong(part, what, "a whole number");
        if (number.Whole is not { } whole)
            throw source.Error(part.At, $"{what} must be a whole number, and {Shown(number.Value)} is not one.");
        return whole >= least && whole <= most
            ? whole
            : throw source.Error(part.At, whole < least ? $"{what} must be at least {least}, and is {whole}." : $"{what} must be at most {most}, and is {whole}.");
    }

    public double Positive(Part part, string what)
    {
        if (part is not NumberPart number)
            throw Wrong(part, what, "a number");
        return number.Value > 0 && double.IsFinite(number.Value)
            ? number.Value
            : throw source.Error(part.At, $"{what} must be greater than 0 and finite, and is {Shown(number.Value)}.");
    }

    public T Word<T>(Part part, string what, IReadOnlyDictionary<string, T> words) =>
        words.TryGetValue(Text(part, what), out var value)
            ? value
            : throw source.Unknown(part.At, $"value of {what}", Text(part, what), words.Keys);

    private InvalidFileException Wrong(Part part, string what, string expected) =>
        source.Error(part.At, $"{what} must be {expected}, and here is {Kind(part)}.");

    private static string Kind(Part part) => part switch
    {
        ObjectPart => "an object",
        ArrayPart => "an array",
        TextPart => "a text",
        NumberPart => "a number",
        FlagPart => "true or false",
        _ => "null",
    };

    private static string Shown(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
