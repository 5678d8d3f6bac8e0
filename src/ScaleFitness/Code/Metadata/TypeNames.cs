namespace ScaleFitness.Code.Metadata;

/// <summary>Names of types as people write them, and as documentation ids do.</summary>
internal static class TypeNames
{
    public static string Display(TypeRef type) => type.Kind switch
    {
        TypeKind.Array => Display(type.Element!) + "[]",
        TypeKind.ByReference => "ref " + Display(type.Element!),
        TypeKind.Pointer => Display(type.Element!) + "*",
        TypeKind.TypeParameter or TypeKind.MethodTypeParameter => type.Name,
        _ => Simple(type) + (type.Arguments.IsEmpty ? "" : "<" + string.Join(", ", type.Arguments.Select(Display)) + ">"),
    };

    /// <summary>The full name with dots for nesting and without arity marks: <c>Shop.Outer.Inner</c>.</summary>
    public static string Dotted(TypeRef type)
    {
        var name = string.Join('.', type.Name.Split('+').Select(part => WithoutArity(Spoken(part))));
        return type.Namespace.Length == 0 ? name : type.Namespace + "." + name;
    }

    /// <summary>Whether a metadata name is that of a type of its file alone: <c>&lt;Orders&gt;F(hash)__Line</c>.</summary>
    public static bool IsFileLocal(string name)
    {
        var close = name.IndexOf('>');
        return close > 0 && close + 1 < name.Length && name[0] == '<' && name[close + 1] == 'F' && name.IndexOf("__", close, StringComparison.Ordinal) is var end
            && end > close + 2 && name.AsSpan(close + 2, end - close - 2).IndexOfAnyExcept("0123456789ABCDEF") < 0;
    }

    public static string DocumentationId(TypeRef type) => type.Kind switch
    {
        TypeKind.Array => DocumentationId(type.Element!) + (type.Position > 1 ? "[" + string.Join(',', Enumerable.Repeat("0:", type.Position)) + "]" : "[]"),
        TypeKind.ByReference => DocumentationId(type.Element!) + "@",
        TypeKind.Pointer => DocumentationId(type.Element!) + "*",
        TypeKind.TypeParameter => "`" + type.Position,
        TypeKind.MethodTypeParameter => "``" + type.Position,
        _ => Named(type),
    };

    private static string Named(TypeRef type)
    {
        if (type.Arguments.IsEmpty)
            return (type.Namespace.Length == 0 ? "" : type.Namespace + ".") + string.Join('.', type.Name.Split('+').Select(Spoken));
        var next = 0;
        var parts = type.Name.Split('+').Select(Spoken).Select(part =>
        {
            var tick = part.IndexOf('`');
            if (tick < 0 || !int.TryParse(part.AsSpan(tick + 1), out var arity))
                return part;
            var arguments = type.Arguments.Skip(next).Take(arity).Select(DocumentationId);
            next += arity;
            return part[..tick] + "{" + string.Join(',', arguments) + "}";
        });
        var name = string.Join('.', parts);
        return type.Namespace.Length == 0 ? name : type.Namespace + "." + name;
    }

    private static string Simple(TypeRef type) => WithoutArity(Spoken(type.Name[(type.Name.LastIndexOf('+') + 1)..]));

    /// <summary>The name as the author wrote it: a file-local type's metadata name holds a hash of its file's path.</summary>
    private static string Spoken(string part) =>
        IsFileLocal(part) ? part[(part.IndexOf("__", part.IndexOf('>'), StringComparison.Ordinal) + 2)..] : part;

    private static string WithoutArity(string part)
    {
        var tick = part.IndexOf('`');
        return tick < 0 ? part : part[..tick];
    }
}
