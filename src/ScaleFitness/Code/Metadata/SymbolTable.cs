using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace ScaleFitness.Code.Metadata;

/// <summary>Interns type references, so that equality is identity. Filled by one reading thread, safe to read and fill from several.</summary>
public sealed class SymbolTable
{
    private readonly object _gate = new();
    private readonly Dictionary<Key, TypeRef> _types = [];
    private readonly ConcurrentDictionary<string, string> _names = new(StringComparer.Ordinal);

    private readonly HashSet<(string Namespace, string Name)> _ambiguous = [];

    /// <summary>One string for all members and parameters of a name: assemblies have many names in common.</summary>
    internal string Name(string name) => _names.GetOrAdd(name, name);

    /// <summary>Declares that several of the app's assemblies define a type of that name (every project has a <c>Program</c>).</summary>
    public void DeclareAmbiguous(string @namespace, string name) => _ambiguous.Add((@namespace, name));

    /// <summary>A named type; its arguments are empty where it is open or not generic.</summary>
    public TypeRef Named(string @namespace, string name, string assembly, ImmutableArray<TypeRef> arguments) =>
        Intern(new(TypeKind.Named, @namespace, name, assembly, null, 0, arguments, IsAmbiguous(@namespace, name)));

    /// <summary>The same definition with other type arguments.</summary>
    public TypeRef Construct(TypeRef definition, ImmutableArray<TypeRef> arguments) =>
        arguments.IsEmpty ? OpenForm(definition) : Named(definition.Namespace, definition.Name, definition.Assembly, arguments);

    /// <summary>An array, reference or pointer.</summary>
    public TypeRef Of(TypeKind kind, TypeRef element, int rank = 1) =>
        Intern(new(kind, "", "", "", element, rank, []));

    /// <summary>A type parameter.</summary>
    public TypeRef Parameter(TypeKind kind, string name, int position) =>
        Intern(new(kind, "", name, "", null, position, []));

    /// <summary>The definition of a named type, without type arguments.</summary>
    private TypeRef OpenForm(TypeRef type) =>
        type.Arguments.IsEmpty ? type : type.Open ??= Named(type.Namespace, type.Name, type.Assembly, []);

    /// <summary>Replaces type parameters by the arguments of a call.</summary>
    public TypeRef Substitute(TypeRef type, ImmutableArray<TypeRef> typeArguments, ImmutableArray<TypeRef> methodArguments)
    {
        if (!type.HasParameters)
            return type;
        switch (type.Kind)
        {
            case TypeKind.TypeParameter:
                return type.Position < typeArguments.Length ? typeArguments[type.Position] : type;
            case TypeKind.MethodTypeParameter:
                return type.Position < methodArguments.Length ? methodArguments[type.Position] : type;
            case TypeKind.Named:
                return Construct(type, [.. type.Arguments.Select(a => Substitute(a, typeArguments, methodArguments))]);
            default:
                return Of(type.Kind, Substitute(type.Element!, typeArguments, methodArguments), type.Position);
        }
    }

    private bool IsAmbiguous(string @namespace, string name)
    {
        var nested = name.IndexOf('+');
        return _ambiguous.Count > 0 && _ambiguous.Contains((@namespace, nested < 0 ? name : name[..nested]));
    }

    private TypeRef Intern(Key key)
    {
        lock (_gate)
        {
            if (!_types.TryGetValue(key, out var type))
                _types[key] = type = new(key.Kind, key.Namespace, key.Name, key.Assembly, key.Element, key.Arguments, key.Position);
            return type;
        }
    }

    private readonly struct Key(TypeKind kind, string @namespace, string name, string assembly, TypeRef? element, int position, ImmutableArray<TypeRef> arguments, bool byAssembly = false) : IEquatable<Key>
    {
        public TypeKind Kind { get; } = kind;

        public string Namespace { get; } = @namespace;

        public string Name { get; } = name;

        public string Assembly { get; } = assembly;

        public TypeRef? Element { get; } = element;

        public int Position { get; } = position;

        public ImmutableArray<TypeRef> Arguments { get; } = arguments;

        private bool ByAssembly { get; } = byAssembly;

        /// <summary>The assembly counts only where names clash: facades forward types, so one type may be named in several.</summary>
        public bool Equals(Key other) =>
            (!ByAssembly || Assembly == other.Assembly) && Kind == other.Kind && Position == other.Position && Name == other.Name && Namespace == other.Namespace
            && ReferenceEquals(Element, other.Element) && Arguments.AsSpan().SequenceEqual(other.Arguments.AsSpan());

        public override bool Equals(object? obj) => obj is Key other && Equals(other);

        public override int GetHashCode()
        {
            var hash = HashCode.Combine(Kind, Name, Position, Element);
            foreach (var argument in Arguments)
                hash = HashCode.Combine(hash, argument);
            return hash;
        }
    }
}
