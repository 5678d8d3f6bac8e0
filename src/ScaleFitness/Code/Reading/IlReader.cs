using System.Buffers.Binary;
using System.Reflection.Metadata;

namespace ScaleFitness.Code.Reading;

/// <summary>Steps through the instructions of a body: ECMA-335, III.1.9.</summary>
internal ref struct IlReader(ReadOnlySpan<byte> code)
{
    private readonly ReadOnlySpan<byte> _code = code;

    /// <summary>Where the instruction starts.</summary>
    public int Offset { get; private set; }

    /// <summary>Where the next one starts.</summary>
    public int End { get; set; }

    /// <summary>The instruction's number in tables of opcodes.</summary>
    public int Opcode { get; private set; }

    /// <summary>What its operand is.</summary>
    public OperandKind Kind { get; private set; }

    private int _operand;

    /// <summary>Goes on to the next instruction; false at the end.</summary>
    /// <exception cref="BadImageFormatException">What follows is no instruction, or ends too early.</exception>
    public bool Read()
    {
        if (End >= _code.Length)
            return false;
        Offset = End;
        Opcode = _code[Offset];
        _operand = Offset + 1;
        if (Opcode == Opcodes.Prefix)
        {
            Opcode = Opcodes.Prefixed | (_operand < _code.Length ? _code[_operand] : 0xFF);
            _operand++;
        }

        Kind = Opcodes.KindOf(Opcode);
        var size = Kind == OperandKind.Targets ? 4 + (4 * Targets()) : Opcodes.SizeOf(Kind);
        if (size < 0 || size > _code.Length - _operand)
            throw new BadImageFormatException($"There is no instruction at {Offset}.");
        End = _operand + size;
        return true;
    }

    /// <summary>A number, a token, or the index of a variable.</summary>
    public readonly int Number => Kind switch
    {
        OperandKind.Number8 => (sbyte)_code[_operand],
        OperandKind.Variable8 => _code[_operand],
        OperandKind.Variable16 => BinaryPrimitives.ReadUInt16LittleEndian(_code[_operand..]),
        _ => BinaryPrimitives.ReadInt32LittleEndian(_code[_operand..]),
    };

    /// <summary>A long constant.</summary>
    public readonly long Long => BinaryPrimitives.ReadInt64LittleEndian(_code[_operand..]);

    /// <summary>A constant with a fraction.</summary>
    public readonly double Fraction =>
        Kind == OperandKind.Fraction32 ? BinaryPrimitives.ReadSingleLittleEndian(_code[_operand..]) : BinaryPrimitives.ReadDoubleLittleEndian(_code[_operand..]);

    /// <summary>The offset that a branch leads to.</summary>
    public readonly int Target => End + (Kind == OperandKind.Target8 ? (sbyte)_code[_operand] : BinaryPrimitives.ReadInt32LittleEndian(_code[_operand..]));

    /// <summary>How many targets a switch has.</summary>
    public readonly int TargetCount => BinaryPrimitives.ReadInt32LittleEndian(_code[_operand..]);

    /// <summary>The offset that a case of a switch leads to.</summary>
    public readonly int TargetOf(int label) => End + BinaryPrimitives.ReadInt32LittleEndian(_code[(_operand + 4 + (4 * label))..]);

    private readonly int Targets()
    {
        if (_code.Length - _operand < 4 || TargetCount is var count && (count < 0 || count > (_code.Length - _operand) / 4))
            throw new BadImageFormatException("A switch has more targets than its body has bytes.");
        return TargetCount;
    }
}

/// <summary>What an instruction's operand is, and how wide.</summary>
internal enum OperandKind : byte
{
    /// <summary>There is no such instruction.</summary>
    Invalid,
    None,
    Number8,
    Number32,
    Number64,
    Fraction32,
    Fraction64,
    Variable8,
    Variable16,
    Target8,
    Target32,
    Targets,
    Symbol,
    Signature,
    Text,
}
