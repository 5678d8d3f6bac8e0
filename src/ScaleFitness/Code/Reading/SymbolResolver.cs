using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Mono.Cecil;
using ScaleFitness.Code.Metadata;
using ModuleDefinition = Mono.Cecil.ModuleDefinition;
using TypeReference = Mono.Cecil.TypeReference;

namespace ScaleFitness.Code.Reading;

/// <summary>Looks up what tokens name, each once, while the module is open.</summary>
internal sealed class SymbolResolver(ModuleSymbols known, SymbolImporter symbols, ModuleDefinition module, MetadataReader metadata)
{
    /// <summary>A token that names nothing is looked up once, too.</summary>
    private static readonly object Nothing = new();

    /// <summary>Looks up what an instruction names.</summary>
    /// <exception cref="BadImageFormatException">It names nothing, or nothing that such an instruction can name.</exception>
    public void Require(RawCode code, int token)
    {
        var symbol = Find(token);
        var isWhole = code switch
        {
            RawCode.Call or RawCode.New or RawCode.LoadFunction => symbol is MethodRef,
            RawCode.LoadField or RawCode.LoadFieldAddress or RawCode.StoreField or RawCode.LoadStatic or RawCode.LoadStaticAddress or RawCode.StoreStatic => symbol is FieldRef,
            RawCode.CallIndirect => symbol is IndirectCall,
            RawCode.NewArray => symbol is TypeRef,
            _ => symbol is MethodRef or FieldRef or TypeRef,
        };
        if (!isWhole)
            throw new BadImageFormatException($"The token {token:X8} names nothing that a {code} can use.");
    }

    private object Find(int token)
    {
        ref var symbol = ref known.At(token);
        return symbol ??= token >>> 24 == (int)TableIndex.StandAloneSig ? Call(token) : Import(token);
    }

    private object Import(int token)
    {
        try
        {
            return module.LookupToken(token) switch
            {
                MethodReference method => symbols.Method(method),
                FieldReference field => symbols.Field(field),
                TypeReference type => symbols.Type(type),
                _ => Nothing,
            };
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return Nothing;
        }
    }

    /// <summary>The signature behind a pointer: ECMA-335, II.23.2.3. What it returns may be marked with modifiers.</summary>
    private object Call(int token)
    {
        var signature = metadata.GetBlobReader(metadata.GetStandaloneSignature(MetadataTokens.StandaloneSignatureHandle(token & 0xFF_FFFF)).Signature);
        var header = signature.ReadSignatureHeader();
        if (header.Kind != SignatureKind.Method)
            return Nothing;
        if (header.IsGeneric)
            signature.ReadCompressedInteger();
        var inputs = signature.ReadCompressedInteger() + (header.IsInstance ? 2 : 1);
        var returned = signature.ReadSignatureTypeCode();
        while (returned is SignatureTypeCode.RequiredModifier or SignatureTypeCode.OptionalModifier)
        {
            signature.ReadTypeHandle();
            returned = signature.ReadSignatureTypeCode();
        }

        return new IndirectCall(inputs, returned != SignatureTypeCode.Void);
    }
}
