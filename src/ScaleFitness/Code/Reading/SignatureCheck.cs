using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace ScaleFitness.Code.Reading;

/// <summary>Walks signatures and looks at their counts, depth and what they refer to: ECMA-335, II.23.2.</summary>
internal sealed class SignatureCheck(MetadataReader metadata)
{
    private const int DepthLimit = 64;

    /// <summary>More type parameters, dimensions or parameters than anybody writes; each costs the reader memory before it is looked at.</summary>
    private const int CountLimit = 4096;

    private readonly HashSet<int> _sound = [];

    /// <summary>A type signature that others may refer to; it must not lead back to itself.</summary>
    public void TypeSpecification(int row, int depth)
    {
        if (_sound.Contains(row))
            return;
        Require(depth > 0 && row <= metadata.GetTableRowCount(TableIndex.TypeSpec));
        var reader = metadata.GetBlobReader(metadata.GetTypeSpecification(MetadataTokens.TypeSpecificationHandle(row)).Signature);
        Type(ref reader, depth);
        _sound.Add(row);
    }

    /// <summary>The signature of a method, field, property, call site, list of locals, or instantiation.</summary>
    public void Member(BlobHandle handle)
    {
        var reader = metadata.GetBlobReader(handle);
        var header = reader.ReadSignatureHeader();
        switch (header.Kind)
        {
            case SignatureKind.Field:
                Type(ref reader, DepthLimit);
                break;
            case SignatureKind.LocalVariables or SignatureKind.MethodSpecification:
                Types(ref reader, Count(ref reader), DepthLimit);
                break;
            default:
                Method(ref reader, header, DepthLimit);
                break;
        }
    }

    private void Method(ref BlobReader reader, SignatureHeader header, int depth)
    {
        if (header.IsGeneric)
            Count(ref reader);
        // The return type comes before the parameters.
        Types(ref reader, Count(ref reader) + 1, depth);
    }

    private void Types(ref BlobReader reader, int count, int depth)
    {
        for (var i = 0; i < count; i++)
            Type(ref reader, depth);
    }

    private void Type(ref BlobReader reader, int depth)
    {
        Require(depth > 0);
        switch (reader.ReadCompressedInteger())
        {
            case (int)SignatureTypeCode.Pointer or (int)SignatureTypeCode.ByReference or (int)SignatureTypeCode.SZArray or (int)SignatureTypeCode.Pinned or (int)SignatureTypeCode.Sentinel:
                Type(ref reader, depth - 1);
                break;
            case (int)SignatureTypeCode.RequiredModifier or (int)SignatureTypeCode.OptionalModifier:
                Token(ref reader, depth - 1);
                Type(ref reader, depth - 1);
                break;
            case (int)SignatureTypeKind.Class or (int)SignatureTypeKind.ValueType:
                Token(ref reader, depth - 1);
                break;
            case (int)SignatureTypeCode.GenericTypeParameter or (int)SignatureTypeCode.GenericMethodParameter:
                Require(reader.ReadCompressedInteger() < CountLimit);
                break;
            case (int)SignatureTypeCode.GenericTypeInstance:
                Type(ref reader, depth - 1);
                Types(ref reader, Count(ref reader), depth - 1);
                break;
            case (int)SignatureTypeCode.Array:
                Type(ref reader, depth - 1);
                Require(reader.ReadCompressedInteger() < CountLimit);
                Skip(ref reader, Count(ref reader), signed: false);
                Skip(ref reader, Count(ref reader), signed: true);
                break;
            case (int)SignatureTypeCode.FunctionPointer:
                Method(ref reader, reader.ReadSignatureHeader(), depth - 1);
                break;
        }
    }

    private void Token(ref BlobReader reader, int depth)
    {
        var handle = reader.ReadTypeHandle();
        if (handle.Kind == HandleKind.TypeSpecification && !handle.IsNil)
            TypeSpecification(MetadataTokens.GetRowNumber(handle), depth);
    }

    /// <summary>A count of things that take at least a byte each.</summary>
    private static int Count(ref BlobReader reader)
    {
        var count = reader.ReadCompressedInteger();
        Require(count <= reader.RemainingBytes && count < CountLimit);
        return count;
    }

    private static void Skip(ref BlobReader reader, int count, bool signed)
    {
        for (var i = 0; i < count; i++)
            if (signed)
                reader.ReadCompressedSignedInteger();
            else
                reader.ReadCompressedInteger();
    }

    private static void Require(bool isSound)
    {
        if (!isSound)
            throw new BadImageFormatException("A signature contradicts itself.");
    }
}
