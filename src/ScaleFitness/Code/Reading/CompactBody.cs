using System.Reflection.Metadata;
using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Reading;

/// <summary>The bytes of a body that <see cref="BodyReader"/> has looked over.</summary>
internal sealed class CompactBody(byte[] code, ulong codes, int localCount, ModuleSymbols symbols, GenericScope? scope, CompactHandler[] handlers, RawPoint[] points, IReadOnlyList<string> documents) : CompiledBody
{
    public override ulong Codes => codes;

    public override bool Next(ref int offset, out Mention mention)
    {
        var reader = new IlReader(code) { End = offset };
        while (reader.Read())
            if (reader.Kind == OperandKind.Symbol && symbols.At(reader.Number) is { } symbol)
            {
                offset = reader.End;
                var meaning = Opcodes.Of(reader.Opcode);
                mention = new(meaning.Code, meaning.Value == 1, symbol);
                return true;
            }

        offset = code.Length;
        mention = default;
        return false;
    }

    public override RawBody Decode()
    {
        var indices = new int[code.Length + 1];
        var count = 0;
        var reader = new IlReader(code);
        while (reader.Read())
            indices[reader.Offset] = count++;
        indices[code.Length] = count;
        var instructions = new RawInstruction[count];
        reader = new IlReader(code);
        for (var i = 0; reader.Read(); i++)
            instructions[i] = Instruction(ref reader, indices);
        return new()
        {
            Code = instructions,
            LocalCount = localCount,
            Handlers = handlers.Length == 0 ? [] : Array.ConvertAll(handlers, h => Handler(h, indices)),
            Points = points,
            Documents = documents,
        };
    }

    private RawInstruction Instruction(ref IlReader reader, int[] indices)
    {
        var meaning = Opcodes.Of(reader.Opcode);
        var value = meaning.Value;
        var operand = meaning.Operand;
        switch (reader.Kind)
        {
            case OperandKind.None:
                operand = operand is int shortForm ? Opcodes.Box(shortForm) : operand;
                break;
            case OperandKind.Variable8 or OperandKind.Variable16:
                value = reader.Number;
                break;
            case OperandKind.Number8 or OperandKind.Number32:
                operand = meaning.Code == RawCode.Constant ? Opcodes.Box(reader.Number) : null;
                break;
            case OperandKind.Number64:
                operand = reader.Long;
                break;
            case OperandKind.Fraction32:
                operand = (float)reader.Fraction;
                break;
            case OperandKind.Fraction64:
                operand = reader.Fraction;
                break;
            case OperandKind.Target8 or OperandKind.Target32:
                value = indices[reader.Target];
                break;
            case OperandKind.Targets:
                var targets = new int[reader.TargetCount];
                for (var label = 0; label < targets.Length; label++)
                    targets[label] = indices[reader.TargetOf(label)];
                operand = targets;
                break;
            case OperandKind.Symbol:
                operand = Symbol(reader.Number);
                break;
            case OperandKind.Text:
                operand = symbols.Text(reader.Number);
                break;
            case OperandKind.Signature:
                var call = (IndirectCall)symbols.At(reader.Number)!;
                value = call.Inputs;
                operand = call.Returns ? Opcodes.Box(1) : null;
                break;
        }

        return new(meaning.Code, reader.Offset, value, operand);
    }

    private object Symbol(int token)
    {
        var symbol = symbols.At(token)!;
        return scope is null ? symbol : scope.Named(token, symbol, symbols.Table);
    }

    private RawHandler Handler(CompactHandler handler, int[] indices) => new(
        handler.Kind,
        indices[handler.TryStart],
        indices[handler.TryEnd],
        indices[handler.Start],
        indices[handler.End],
        handler.Filter >= 0 ? indices[handler.Filter] : -1,
        handler.CatchToken != 0 ? (TypeRef)Symbol(handler.CatchToken) : null);
}

/// <summary>A region protected by a handler; bounds are offsets in the body.</summary>
internal readonly record struct CompactHandler(HandlerKind Kind, int TryStart, int TryEnd, int Start, int End, int Filter, int CatchToken);
