using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Reading;

/// <summary>
/// Copies a body out of the image, and looks it over: what passes can be decoded later, when nobody can be told any more
/// that it is damaged.
/// </summary>
internal sealed class BodyReader(OpenedAssembly opened, ModuleSymbols symbols, SymbolResolver resolver)
{
    private readonly MetadataReader _metadata = opened.Metadata;
    private readonly List<int> _targets = [];
    private bool[] _starts = [];

    /// <summary>Reads the body of a method; null where it has not a single instruction.</summary>
    /// <exception cref="BadImageFormatException">It is damaged.</exception>
    public CompactBody? Read(int row, int address, MethodRef method, GenericScope? scope)
    {
        var block = opened.Image.GetMethodBody(address);
        var code = block.GetILBytes();
        if (code is null or [])
            return null;
        var locals = LocalCount(block.LocalSignature);
        _targets.Clear();
        if (_starts.Length <= code.Length)
            _starts = new bool[2 * code.Length];
        _starts.AsSpan(0, code.Length + 1).Clear();
        var codes = Look(code, method.Parameters.Length + (method.HasThis ? 1 : 0), locals);
        foreach (var target in _targets)
            Require(target >= 0 && target < code.Length && _starts[target]);
        var regions = block.ExceptionRegions;
        var handlers = regions.Length == 0 ? [] : new CompactHandler[regions.Length];
        for (var i = 0; i < handlers.Length; i++)
            handlers[i] = Handler(regions[i], code.Length);
        return new(code, codes, locals, symbols, scope, handlers, opened.Points.Of((uint)row), opened.Points.Documents);
    }

    private ulong Look(byte[] code, int arguments, int locals)
    {
        var codes = 0UL;
        var reader = new IlReader(code);
        while (reader.Read())
        {
            _starts[reader.Offset] = true;
            var meaning = Opcodes.Of(reader.Opcode);
            codes |= 1UL << (int)meaning.Code;
            switch (reader.Kind)
            {
                case OperandKind.None when meaning.Code is RawCode.LoadArgument:
                    Require(meaning.Value < arguments);
                    break;
                case OperandKind.None when meaning.Code is RawCode.LoadLocal or RawCode.StoreLocal:
                    Require(meaning.Value < locals);
                    break;
                case OperandKind.Variable8 or OperandKind.Variable16:
                    var isLocal = meaning.Code is RawCode.LoadLocal or RawCode.StoreLocal or RawCode.LoadLocalAddress;
                    Require(reader.Number < (isLocal ? locals : arguments));
                    break;
                case OperandKind.Target8 or OperandKind.Target32:
                    _targets.Add(reader.Target);
                    break;
                case OperandKind.Targets:
                    for (var label = 0; label < reader.TargetCount; label++)
                        _targets.Add(reader.TargetOf(label));
                    break;
                case OperandKind.Symbol or OperandKind.Signature:
                    resolver.Require(meaning.Code, reader.Number);
                    break;
                case OperandKind.Text:
                    symbols.Bytes(reader.Number);
                    break;
            }
        }

        return codes;
    }

    private int LocalCount(StandaloneSignatureHandle signature)
    {
        if (signature.IsNil)
            return 0;
        var reader = _metadata.GetBlobReader(_metadata.GetStandaloneSignature(signature).Signature);
        Require(reader.ReadSignatureHeader().Kind == SignatureKind.LocalVariables);
        return reader.ReadCompressedInteger();
    }

    private CompactHandler Handler(ExceptionRegion region, int end)
    {
        var kind = region.Kind switch
        {
            ExceptionRegionKind.Catch => HandlerKind.Catch,
            ExceptionRegionKind.Filter => HandlerKind.Filter,
            ExceptionRegionKind.Finally => HandlerKind.Finally,
            _ => HandlerKind.Fault,
        };
        var filter = kind == HandlerKind.Filter ? region.FilterOffset : -1;
        var caught = kind == HandlerKind.Catch && !region.CatchType.IsNil ? MetadataTokens.GetToken(region.CatchType) : 0;
        if (caught != 0)
            resolver.Require(RawCode.NewArray, caught);
        var (tryEnd, handlerEnd) = (region.TryOffset + region.TryLength, region.HandlerOffset + region.HandlerLength);
        Require(IsStart(region.TryOffset) && IsStart(region.HandlerOffset) && (filter < 0 || IsStart(filter)));
        Require((tryEnd == end || IsStart(tryEnd)) && (handlerEnd == end || IsStart(handlerEnd)));
        return new(kind, region.TryOffset, tryEnd, region.HandlerOffset, handlerEnd, filter, caught);

        bool IsStart(int offset) => offset >= 0 && offset < end && _starts[offset];
    }

    private static void Require(bool isSound)
    {
        if (!isSound)
            throw new BadImageFormatException("The compiled body contradicts itself.");
    }
}
