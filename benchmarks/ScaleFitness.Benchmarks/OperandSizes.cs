using System.Reflection.Emit;
using System.Reflection.Metadata;

namespace ScaleFitness.Benchmarks;

/// <summary>How many bytes follow an opcode; from the runtime's own table.</summary>
internal static class OperandSizes
{
    private static readonly byte[] _oneByte = new byte[256];
    private static readonly byte[] _twoBytes = new byte[256];

    static OperandSizes()
    {
        foreach (var field in typeof(OpCodes).GetFields())
            if (field.GetValue(null) is OpCode opcode)
                (opcode.Size == 1 ? _oneByte : _twoBytes)[opcode.Value & 0xFF] = Of(opcode.OperandType);
    }

    public static int Of(ILOpCode opcode) => ((int)opcode >> 8 == 0xFE ? _twoBytes : _oneByte)[(int)opcode & 0xFF];

    private static byte Of(OperandType operand) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        _ => 4,
    };
}
