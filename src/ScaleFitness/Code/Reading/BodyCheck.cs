using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace ScaleFitness.Code.Reading;

/// <summary>Looks a body over before Cecil decodes it: Cecil makes room for as much code, and as many targets of a switch, as the body says it has.</summary>
internal static class BodyCheck
{
    private static readonly Dictionary<int, OperandType> Operands = typeof(OpCodes).GetFields()
        .Where(f => f.FieldType == typeof(OpCode))
        .Select(f => (OpCode)f.GetValue(null)!)
        .ToDictionary(code => (int)(ushort)code.Value, code => code.OperandType);

    /// <summary>Walks the body's instructions.</summary>
    /// <exception cref="BadImageFormatException">It is damaged.</exception>
    public static void Check(PEReader image, int address)
    {
        var code = image.GetMethodBody(address).GetILReader();
        while (code.RemainingBytes > 0)
        {
            int value = code.ReadByte();
            if (value == 0xFE)
                value = 0xFE00 | code.ReadByte();
            if (!Operands.TryGetValue(value, out var operand))
                throw new BadImageFormatException($"There is no instruction {value:X}.");
            var size = operand == OperandType.InlineSwitch ? Targets(ref code) : Size(operand);
            code.Offset += size;
        }
    }

    private static int Targets(ref BlobReader code)
    {
        var count = code.ReadUInt32();
        if (count > code.RemainingBytes / 4)
            throw new BadImageFormatException("A switch has more targets than its body has bytes.");
        return (int)count * 4;
    }

    private static int Size(OperandType operand) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        _ => 4,
    };
}
