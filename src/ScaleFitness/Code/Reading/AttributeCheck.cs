using System.Reflection.Metadata;
using Mono.Cecil;
using CustomAttribute = Mono.Cecil.CustomAttribute;
using TypeReference = Mono.Cecil.TypeReference;

namespace ScaleFitness.Code.Reading;

/// <summary>
/// Looks at the arrays in an attribute before Cecil decodes it, which makes room for as many elements as the attribute
/// says it has: ECMA-335, II.23.3. An enum counts as four bytes, which nearly all are.
/// </summary>
internal ref struct AttributeCheck
{
    private const int DepthLimit = 8;

    private ReadOnlySpan<byte> _rest;

    /// <summary>Whether no array in it has more elements than there are bytes.</summary>
    public static bool IsSound(CustomAttribute attribute)
    {
        var check = new AttributeCheck { _rest = attribute.GetBlob() };
        try
        {
            check.Attribute(attribute.Constructor);
            return true;
        }
        catch (ArgumentOutOfRangeException)
        {
            // It ends too early, which costs Cecil nothing to find out.
            return true;
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }

    private void Attribute(MethodReference constructor)
    {
        Skip(2);
        foreach (var parameter in constructor.Parameters)
            Fixed(parameter.ParameterType);
        for (var count = Byte() | (Byte() << 8); count > 0; count--)
        {
            Skip(1);
            var tag = Tag();
            Text();
            Tagged(tag, 0);
        }
    }

    private void Fixed(TypeReference type)
    {
        if (type is ArrayType array)
            for (var count = Count(); count > 0; count--)
                Fixed(array.ElementType);
        else if (type.MetadataType == MetadataType.Object)
            Tagged(Tag(), 0);
        else if (type.MetadataType == MetadataType.String || type.FullName == "System.Type")
            Text();
        else
            Skip(Size((SerializationTypeCode)type.MetadataType));
    }

    /// <summary>The tag of a value; of an array's, that of its elements with a mark.</summary>
    private int Tag()
    {
        var (tag, mark) = (Byte(), 0);
        if (tag == (int)SerializationTypeCode.SZArray)
            (tag, mark) = (Byte(), 0x100);
        if (tag == (int)SerializationTypeCode.SZArray)
            throw new BadImageFormatException("An attribute holds an array of arrays.");
        if (tag == (int)SerializationTypeCode.Enum)
            Text();
        return mark | tag;
    }

    private void Tagged(int tag, int depth)
    {
        if (depth > DepthLimit)
            throw new BadImageFormatException("An attribute nests too deeply.");
        if (tag >= 0x100)
            for (var count = Count(); count > 0; count--)
                Tagged(tag & 0xFF, depth + 1);
        else if (tag == (int)SerializationTypeCode.TaggedObject)
            Tagged(Tag(), depth + 1);
        else if (tag is (int)SerializationTypeCode.String or (int)SerializationTypeCode.Type)
            Text();
        else
            Skip(Size((SerializationTypeCode)tag));
    }

    private static int Size(SerializationTypeCode code) => code switch
    {
        SerializationTypeCode.Boolean or SerializationTypeCode.Byte or SerializationTypeCode.SByte => 1,
        SerializationTypeCode.Char or SerializationTypeCode.Int16 or SerializationTypeCode.UInt16 => 2,
        SerializationTypeCode.Int64 or SerializationTypeCode.UInt64 or SerializationTypeCode.Double => 8,
        _ => 4,
    };

    private uint Count()
    {
        var count = BitConverter.ToUInt32(_rest);
        Skip(4);
        if (count == uint.MaxValue)
            return 0;
        return count <= _rest.Length ? count : throw new BadImageFormatException("An array has more elements than its attribute has bytes.");
    }

    private void Text()
    {
        var first = Byte();
        if (first == 0xFF)
            return;
        var length = (first & 0x80) == 0 ? first : (first & 0x40) == 0 ? ((first & 0x3F) << 8) | Byte() : ((first & 0x1F) << 24) | (Byte() << 16) | (Byte() << 8) | Byte();
        Skip(length);
    }

    private int Byte()
    {
        var value = _rest[..1][0];
        _rest = _rest[1..];
        return value;
    }

    private void Skip(int count) => _rest = _rest[count..];
}
