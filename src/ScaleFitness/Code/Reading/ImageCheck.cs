using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace ScaleFitness.Code.Reading;

/// <summary>
/// Looks an image over before Cecil reads it. Cecil trusts what it reads: in a damaged image a list that ends before it
/// starts is four thousand million rows long, a type that lies in itself overflows the stack, and a wrong count takes all
/// memory. Each of these would end the process of the tests, which no handler can prevent.
/// </summary>
internal static class ImageCheck
{
    /// <summary>Types nest a few levels deep; signatures name other signatures hardly ever.</summary>
    private const int DepthLimit = 64;

    /// <summary>Looks a file over.</summary>
    /// <exception cref="BadImageFormatException">It is damaged.</exception>
    public static void Check(PEReader file, MetadataReader metadata)
    {
        CheckNesting(file, metadata);
        CheckScopes(metadata);
        CheckLists(file, metadata);
        CheckSignatures(metadata);
    }

    private static void CheckNesting(PEReader file, MetadataReader metadata)
    {
        var parents = new int[metadata.TypeDefinitions.Count + 1];
        var table = new RawTable(file, metadata, TableIndex.NestedClass);
        for (var row = 0; row < table.Count; row++)
        {
            var (nested, declaring) = table.Pair(row, TableIndex.TypeDef, TableIndex.TypeDef);
            Require(nested > 0 && nested < parents.Length && declaring > 0 && declaring < parents.Length);
            parents[nested] = declaring;
        }

        for (var type = 1; type < parents.Length; type++)
        {
            var depth = 0;
            for (var outer = parents[type]; outer != 0; outer = parents[outer])
                Require(++depth < DepthLimit);
        }
    }

    private static void CheckScopes(MetadataReader metadata)
    {
        foreach (var handle in metadata.TypeReferences)
        {
            var depth = 0;
            var scope = metadata.GetTypeReference(handle).ResolutionScope;
            while (scope.Kind == HandleKind.TypeReference && !scope.IsNil)
            {
                Require(++depth < DepthLimit);
                scope = metadata.GetTypeReference((TypeReferenceHandle)scope).ResolutionScope;
            }
        }
    }

    /// <summary>A list ends where the next one starts: none may start before the one ahead of it.</summary>
    private static void CheckLists(PEReader file, MetadataReader metadata)
    {
        int fields = 0, methods = 0, parameters = 0;
        foreach (var handle in metadata.TypeDefinitions)
        {
            var type = metadata.GetTypeDefinition(handle);
            Add(ref fields, type.GetFields().Count, metadata.FieldDefinitions.Count);
            Add(ref methods, type.GetMethods().Count, metadata.MethodDefinitions.Count);
        }

        foreach (var handle in metadata.MethodDefinitions)
            Add(ref parameters, metadata.GetMethodDefinition(handle).GetParameters().Count, metadata.GetTableRowCount(TableIndex.Param));
        CheckMap(file, metadata, TableIndex.PropertyMap, TableIndex.Property);
        CheckMap(file, metadata, TableIndex.EventMap, TableIndex.Event);
    }

    private static void Add(ref int sum, int count, int limit)
    {
        Require(count >= 0 && count <= limit - sum);
        sum += count;
    }

    private static void CheckMap(PEReader file, MetadataReader metadata, TableIndex map, TableIndex list)
    {
        var table = new RawTable(file, metadata, map);
        var before = 1;
        for (var row = 0; row < table.Count; row++)
        {
            var (_, start) = table.Pair(row, TableIndex.TypeDef, list);
            Require(start >= before && start <= metadata.GetTableRowCount(list) + 1);
            before = start;
        }
    }

    private static void CheckSignatures(MetadataReader metadata)
    {
        var check = new SignatureCheck(metadata);
        for (var row = 1; row <= metadata.GetTableRowCount(TableIndex.TypeSpec); row++)
            check.TypeSpecification(row, DepthLimit);
        foreach (var handle in metadata.MethodDefinitions)
            check.Member(metadata.GetMethodDefinition(handle).Signature);
        foreach (var handle in metadata.FieldDefinitions)
            check.Member(metadata.GetFieldDefinition(handle).Signature);
        foreach (var handle in metadata.MemberReferences)
            check.Member(metadata.GetMemberReference(handle).Signature);
        foreach (var handle in metadata.PropertyDefinitions)
            check.Member(metadata.GetPropertyDefinition(handle).Signature);
        for (var row = 1; row <= metadata.GetTableRowCount(TableIndex.StandAloneSig); row++)
            check.Member(metadata.GetStandaloneSignature(MetadataTokens.StandaloneSignatureHandle(row)).Signature);
        for (var row = 1; row <= metadata.GetTableRowCount(TableIndex.MethodSpec); row++)
            check.Member(metadata.GetMethodSpecification(MetadataTokens.MethodSpecificationHandle(row)).Signature);
    }

    private static void Require(bool isSound)
    {
        if (!isSound)
            throw new BadImageFormatException("The metadata contradicts itself.");
    }

    /// <summary>The rows of a table as they stand in the image, without what a reader makes of them.</summary>
    private readonly struct RawTable(PEReader file, MetadataReader metadata, TableIndex table)
    {
        private readonly BlobReader _rows = file.GetMetadata().GetReader(
            metadata.GetTableMetadataOffset(table), metadata.GetTableRowCount(table) * metadata.GetTableRowSize(table));

        private readonly int _size = metadata.GetTableRowSize(table);

        public int Count { get; } = metadata.GetTableRowCount(table);

        /// <summary>The first two columns, which are rows of other tables.</summary>
        public (int First, int Second) Pair(int row, TableIndex first, TableIndex second)
        {
            var reader = _rows;
            reader.Offset = row * _size;
            return (Read(ref reader, first), Read(ref reader, second));
        }

        private int Read(ref BlobReader reader, TableIndex target) =>
            metadata.GetTableRowCount(target) > ushort.MaxValue ? reader.ReadInt32() : reader.ReadUInt16();
    }
}
