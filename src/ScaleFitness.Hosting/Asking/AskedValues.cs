using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using ScaleFitness.Model.Composition;

namespace ScaleFitness.Hosting.Asking;

/// <summary>Headers, parameters of the query, cookies or form fields: each name that is asked for is there. Whoever walks through all sees none, and it is noted.</summary>
internal sealed class AskedValues(Caller caller, CallerFactKind kind) : IHeaderDictionary, IQueryCollection, IRequestCookieCollection, IFormCollection
{
    public int Count => All().Count;

    public ICollection<string> Keys => All();

    public ICollection<StringValues> Values => [.. All().Select(k => new StringValues(k))];

    public bool IsReadOnly => false;

    public long? ContentLength { get; set; }

    public IFormFileCollection Files => new FormFileCollection();

    public StringValues this[string key]
    {
        get => Answer(key) is { } text ? text : StringValues.Empty;
        set { }
    }

    StringValues IQueryCollection.this[string key] => this[key];

    StringValues IFormCollection.this[string key] => this[key];

    string? IRequestCookieCollection.this[string key] => Answer(key);

    public bool ContainsKey(string key) => Answer(key) is not null;

    public bool TryGetValue(string key, out StringValues value)
    {
        value = this[key];
        return value.Count > 0;
    }

    public bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => (value = Answer(key)) is not null;

    public IEnumerator<KeyValuePair<string, StringValues>> GetEnumerator() => All().Select(k => KeyValuePair.Create(k, new StringValues(k))).GetEnumerator();

    IEnumerator<KeyValuePair<string, string>> IEnumerable<KeyValuePair<string, string>>.GetEnumerator() => All().Select(k => KeyValuePair.Create(k, k)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public void Add(string key, StringValues value)
    {
    }

    public void Add(KeyValuePair<string, StringValues> item)
    {
    }

    public void Clear()
    {
    }

    public bool Contains(KeyValuePair<string, StringValues> item) => this[item.Key] == item.Value;

    public void CopyTo(KeyValuePair<string, StringValues>[] array, int arrayIndex) => All();

    public bool Remove(string key) => false;

    public bool Remove(KeyValuePair<string, StringValues> item) => false;

    /// <summary>The framework reads the host's name from its header.</summary>
    private string? Answer(string key) =>
        kind == CallerFactKind.Header && key.Equals("Host", StringComparison.OrdinalIgnoreCase) ? caller.Answer(CallerFactKind.Host, "") : caller.Answer(kind, key);

    private List<string> All()
    {
        caller.Note(CallerFactKind.Other, $"all of kind {kind}");
        return [];
    }
}
