using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Runtime.InteropServices;
using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Reading;

/// <summary>
/// The symbols that a module's bodies name, by token: what stays of the module when its file is closed. The type
/// parameters in a symbol go by position; the body that mentions it gives them their names.
/// </summary>
internal sealed class ModuleSymbols
{
    private readonly object?[][] _rows = new object?[0x80][];
    private readonly byte[] _texts;

    public ModuleSymbols(SymbolTable table, MetadataReader metadata, ReadOnlySpan<byte> image)
    {
        Table = table;
        foreach (var index in new[] { TableIndex.TypeRef, TableIndex.TypeDef, TableIndex.Field, TableIndex.MethodDef, TableIndex.MemberRef, TableIndex.StandAloneSig, TableIndex.TypeSpec, TableIndex.MethodSpec })
            _rows[(int)index] = new object?[metadata.GetTableRowCount(index) + 1];
        var size = metadata.GetHeapSize(HeapIndex.UserString);
        _texts = size == 0 ? [] : image.Slice(metadata.GetHeapMetadataOffset(HeapIndex.UserString), size).ToArray();
    }

    /// <summary>The table that interns types.</summary>
    public SymbolTable Table { get; }

    /// <summary>Where the symbol of a token is kept.</summary>
    /// <exception cref="BadImageFormatException">No table has such a row.</exception>
    public ref object? At(int token)
    {
        var rows = token >= 0 ? _rows[token >>> 24] : null;
        var row = token & 0xFF_FFFF;
        if (rows is null || row == 0 || row >= rows.Length)
            throw new BadImageFormatException($"The token {token:X8} names nothing.");
        return ref rows[row];
    }

    /// <summary>The text of a string's token.</summary>
    /// <exception cref="BadImageFormatException">It lies outside of the image's texts.</exception>
    public string Text(int token) => new(MemoryMarshal.Cast<byte, char>(Bytes(token)));

    /// <summary>The bytes of a string: ECMA-335, II.24.2.4.</summary>
    public ReadOnlySpan<byte> Bytes(int token)
    {
        var offset = token & 0xFF_FFFF;
        if (token >>> 24 != 0x70 || offset >= _texts.Length)
            throw new BadImageFormatException($"The token {token:X8} is no string's.");
        var first = _texts[offset];
        var (header, length) = first < 0x80 ? (1, (int)first)
            : first < 0xC0 ? (2, ((first & 0x3F) << 8) | ByteAt(offset + 1))
            : (4, ((first & 0x1F) << 24) | (ByteAt(offset + 1) << 16) | (ByteAt(offset + 2) << 8) | ByteAt(offset + 3));
        if (length > _texts.Length - offset - header)
            throw new BadImageFormatException($"The string of token {token:X8} has no end.");
        return _texts.AsSpan(offset + header, length & ~1);
    }

    private byte ByteAt(int offset) => offset < _texts.Length ? _texts[offset] : throw new BadImageFormatException("A string has no end.");
}

/// <summary>A call through a function pointer.</summary>
/// <param name="Inputs">How many values it pops.</param>
/// <param name="Returns">Whether it pushes one.</param>
internal sealed record IndirectCall(int Inputs, bool Returns);

/// <summary>What type parameters are called where a body stands; what it mentions is made once.</summary>
/// <param name="OfType">The declaring type's.</param>
/// <param name="OfMethod">The method's own.</param>
internal sealed record GenericScope(ImmutableArray<TypeRef> OfType, ImmutableArray<TypeRef> OfMethod)
{
    private readonly Dictionary<int, object> _known = [];

    public object Named(int token, object symbol, SymbolTable table)
    {
        lock (_known)
        {
            if (!_known.TryGetValue(token, out var named))
                _known[token] = named = Named(symbol, table);
            return named;
        }
    }

    private object Named(object symbol, SymbolTable table)
    {
        switch (symbol)
        {
            case TypeRef type:
                return table.Substitute(type, OfType, OfMethod);
            case MethodRef method:
                return method.Named(Substitute, Substitute(method.DeclaringType));
            case FieldRef field:
                return field.DeclaringType.HasParameters ? new FieldRef(Substitute(field.DeclaringType), field.Name, field.Type) : field;
            default:
                return symbol;
        }

        TypeRef Substitute(TypeRef type) => table.Substitute(type, OfType, OfMethod);
    }
}
