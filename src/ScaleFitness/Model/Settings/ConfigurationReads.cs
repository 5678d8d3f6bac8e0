using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Tracing;

namespace ScaleFitness.Model.Settings;

/// <summary>Which settings a value of the code comes from: literals, <c>configuration["…"]</c>, connection strings, and options bound to a section.</summary>
public sealed class ConfigurationReads
{
    private readonly CompiledProgram _program;
    private readonly Provenance _provenance;
    private readonly AppSettings _settings;
    private readonly Lazy<IReadOnlyDictionary<string, string>> _sections;

    internal ConfigurationReads(CodeModel code, CallIndex index, Provenance provenance, AppSettings settings)
    {
        _program = code.Program;
        _provenance = provenance;
        _settings = settings;
        _sections = new(() => Bound(code, index));
    }

    /// <summary>What a value may be set to; nothing where it comes from neither a literal nor configuration.</summary>
    public IReadOnlyList<ConfiguredText> Of(Value value)
    {
        var bound = new List<string>();
        // The initialiser of a bound property is only its default: the walk ends at the property.
        var origins = _provenance.Of(value, call =>
        {
            if (BoundKey(call) is not { } key)
                return null;
            bound.Add(key);
            return call.Result;
        });
        return [.. bound.SelectMany(OfKey).Concat(origins.SelectMany(OfOrigin)).Distinct()];
    }

    /// <summary>The key that a call or a property of bound options reads, or null.</summary>
    public string? KeyOf(Value origin)
    {
        switch (origin)
        {
            case CallValue { Call: var call } when IsRead(call):
                var name = call.Arguments.Select(ValueWalk.Constant).OfType<string>().FirstOrDefault();
                if (name is null || Prefix(call.Subject!) is not { } prefix)
                    return null;
                return prefix + (call.Method.Name == "GetConnectionString" ? "ConnectionStrings:" : "") + name;
            case CallValue { Call: var call } when BoundKey(call) is { } key:
                return key;
            case CallValue { Call: { Method: { Name: "GetEnvironmentVariable", DeclaringType.FullName: "System.Environment" } } environment } when ValueWalk.Constant(environment.Arguments[0]) is string variable:
                return variable.Replace("__", ":", StringComparison.Ordinal);
            default:
                return null;
        }
    }

    /// <summary>Whether a value is read from configuration, be its key known or not.</summary>
    public bool IsConfigured(Value origin) => KeyOf(origin) is not null || origin is CallValue { Call: var call } && IsRead(call);

    private IEnumerable<ConfiguredText> OfOrigin(Value origin)
    {
        if (origin is ConstantValue { Constant: string text })
            return [new(text, null, null)];
        return KeyOf(origin) is { } key ? OfKey(key) : [];
    }

    private IEnumerable<ConfiguredText> OfKey(string key)
    {
        var settings = _settings.Find(key).ToList();
        return settings.Count == 0 ? [new(null, key, null)] : settings.Select(s => new ConfiguredText(s.Text, key, s));
    }

    /// <summary>The key behind a property of options that are bound to a section, or null.</summary>
    private string? BoundKey(Call call) =>
        call.Method is { HasThis: true, Parameters.IsEmpty: true } getter && getter.Name.StartsWith("get_", StringComparison.Ordinal)
        && _sections.Value.TryGetValue(getter.DeclaringType.FullName, out var section) ? section + ":" + getter.Name["get_".Length..] : null;

    private bool IsRead(Call call) =>
        call.Subject is not null && call.Method.Name switch
        {
            "GetConnectionString" => call.Method.DeclaringType.Is(SettingsSymbols.ConfigurationExtensions),
            "GetValue" => call.Method.DeclaringType.Is(SettingsSymbols.ConfigurationBinder),
            "get_Item" => _program.Derives(call.Method.DeclaringType, SettingsSymbols.Configuration),
            _ => false,
        };

    /// <summary>The section that a configuration is, with a colon at its end; empty for the root; null where it cannot be told.</summary>
    private string? Prefix(Value configuration)
    {
        var prefixes = _provenance.Of(configuration).Select(o => o is CallValue { Call: { Method.Name: "GetSection" or "GetRequiredSection" } section } ? Section(section) : "").Distinct().ToList();
        return prefixes is [var only] ? only : prefixes.Count == 0 ? "" : null;
    }

    private string? Section(Call section) =>
        section.Arguments.Select(ValueWalk.Constant).OfType<string>().FirstOrDefault() is { } name && section.Subject is { } outer && outer != section.Result && Prefix(outer) is { } prefix ? prefix + name + ":" : null;

    /// <summary><c>Configure&lt;T&gt;(section)</c>, <c>AddOptions&lt;T&gt;().Bind(section)</c> or <c>BindConfiguration("…")</c>, <c>section.Get&lt;T&gt;()</c>: section by the options' type.</summary>
    private Dictionary<string, string> Bound(CodeModel code, CallIndex index)
    {
        var sections = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var call in index.Mentioning(n => n is "Configure" or "Bind" or "BindConfiguration" or "Get").SelectMany(f => code.BodyOf(f).Calls))
            if (call.Method.TypeArguments is [var options, ..] && SectionOf(call) is { Length: > 0 } section)
                sections.TryAdd(options.FullName, section.TrimEnd(':'));
        return sections;
    }

    private string? SectionOf(Call call) => call.Method switch
    {
        { Name: "Configure" } method when method.DeclaringType.Is(SettingsSymbols.OptionsConfiguration) => Prefix(call.Arguments[method.Parameters.Length > 2 && method.Parameters[1].Is("System.String") ? 2 : 1]),
        { Name: "Bind" } method when method.DeclaringType.Is(SettingsSymbols.OptionsBuilder) => Prefix(call.Arguments[1]),
        { Name: "BindConfiguration" } method when method.DeclaringType.Is(SettingsSymbols.OptionsBuilder) => ValueWalk.Constant(call.Arguments[1]) as string,
        { Name: "Get" } method when method.DeclaringType.Is(SettingsSymbols.ConfigurationBinder) => Prefix(call.Arguments[0]),
        _ => null,
    };
}
