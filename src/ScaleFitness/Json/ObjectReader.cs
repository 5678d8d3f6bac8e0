namespace ScaleFitness.Json;

/// <summary>Reads an object whose keys are known: any other key is an error.</summary>
internal sealed class ObjectReader
{
    private readonly Dictionary<string, Member> _members;
    private readonly Part _part;
    private readonly Source _source;

    /// <exception cref="InvalidFileException">The part is no object, or holds a key that is not valid.</exception>
    public ObjectReader(Source source, Part part, string what, IReadOnlyList<string> keys)
    {
        (_source, _part) = (source, part);
        var members = new Values(source).Object(part, what).Members;
        if (members.FirstOrDefault(m => !keys.Contains(m.Name)) is { } unknown)
            throw source.Unknown(unknown.At, $"key of {what}", unknown.Name, keys);
        _members = members.ToDictionary(m => m.Name);
    }

    /// <summary>The value of a key, or null where it is not there.</summary>
    public Part? this[string key] => _members.GetValueOrDefault(key)?.Value;

    /// <summary>What a key's value is read as, or the default where it is not there.</summary>
    public T Get<T>(string key, Func<Part, T> read, T otherwise) => this[key] is { } part ? read(part) : otherwise;

    /// <exception cref="InvalidFileException">The key is not there.</exception>
    public Part Demand(string key) => this[key] ?? throw _source.Error(_part.At, $"\"{key}\" is missing here.");
}
