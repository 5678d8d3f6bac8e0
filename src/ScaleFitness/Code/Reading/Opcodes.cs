using System.Reflection.Emit;
using ScaleFitness.Code.Metadata;
using Op = System.Reflection.Metadata.ILOpCode;

namespace ScaleFitness.Code.Reading;

/// <summary>What an opcode means once short forms, overflow checks and widths are of no interest.</summary>
internal readonly record struct Meaning(RawCode Code, int Value = 0, object? Operand = null);

/// <summary>The table from opcodes to our own.</summary>
internal static class Opcodes
{
    /// <summary>The first byte of an opcode of two.</summary>
    public const int Prefix = 0xFE;

    /// <summary>Opcodes of two bytes are numbered from here by their second.</summary>
    public const int Prefixed = 0x100;

    private static readonly Meaning[] Table = Build();

    private static readonly OperandKind[] Kinds = BuildKinds();

    private static readonly object[] Integers = [.. Enumerable.Range(-1, 130).Select(i => (object)i)];

    public static Meaning Of(int opcode) => Table[opcode];

    public static OperandKind KindOf(int opcode) => Kinds[opcode];

    /// <summary>How many bytes an operand has; -1 where there is no such instruction. A switch has its own count.</summary>
    public static int SizeOf(OperandKind kind) => kind switch
    {
        OperandKind.Invalid => -1,
        OperandKind.None => 0,
        OperandKind.Number8 or OperandKind.Variable8 or OperandKind.Target8 => 1,
        OperandKind.Variable16 => 2,
        OperandKind.Number64 or OperandKind.Fraction64 => 8,
        _ => 4,
    };

    /// <summary>A boxed integer; small ones are shared.</summary>
    public static object Box(int value) => value is >= -1 and < 129 ? Integers[value + 1] : value;

    private static int Index(Op code) => (int)code <= 0xFF ? (int)code : Prefixed | ((int)code & 0xFF);

    private static OperandKind[] BuildKinds()
    {
        var kinds = new OperandKind[2 * Prefixed];
        foreach (var field in typeof(OpCodes).GetFields())
            if (field.GetValue(null) is OpCode { OpCodeType: not OpCodeType.Nternal } code)
                kinds[Index((Op)(ushort)code.Value)] = KindOf(code.OperandType);
        return kinds;
    }

    private static OperandKind KindOf(OperandType type) => type switch
    {
        OperandType.InlineNone => OperandKind.None,
        OperandType.ShortInlineI => OperandKind.Number8,
        OperandType.InlineI => OperandKind.Number32,
        OperandType.InlineI8 => OperandKind.Number64,
        OperandType.ShortInlineR => OperandKind.Fraction32,
        OperandType.InlineR => OperandKind.Fraction64,
        OperandType.ShortInlineVar => OperandKind.Variable8,
        OperandType.InlineVar => OperandKind.Variable16,
        OperandType.ShortInlineBrTarget => OperandKind.Target8,
        OperandType.InlineBrTarget => OperandKind.Target32,
        OperandType.InlineSwitch => OperandKind.Targets,
        OperandType.InlineSig => OperandKind.Signature,
        OperandType.InlineString => OperandKind.Text,
        _ => OperandKind.Symbol,
    };

    private static Meaning[] Build()
    {
        var table = new Meaning[2 * Prefixed];
        void Set(RawCode code, object? operand, int value, params ReadOnlySpan<Op> codes)
        {
            foreach (var c in codes)
                table[Index(c)] = new(code, value, operand);
        }

        Set(RawCode.Nop, null, 0, Op.Nop, Op.Break, Op.Volatile, Op.Unaligned, Op.Tail, Op.Constrained, Op.Readonly);
        Set(RawCode.Duplicate, null, 0, Op.Dup);
        Set(RawCode.Pop, null, 0, Op.Pop);
        Set(RawCode.Constant, null, 0, Op.Ldnull, Op.Ldstr, Op.Ldc_i4, Op.Ldc_i4_s, Op.Ldc_i8, Op.Ldc_r4, Op.Ldc_r8);
        for (var i = -1; i <= 8; i++)
            table[(int)Op.Ldc_i4_0 + i] = new(RawCode.Constant, 0, i);
        for (var i = 0; i < 4; i++)
        {
            table[(int)Op.Ldarg_0 + i] = new(RawCode.LoadArgument, i);
            table[(int)Op.Ldloc_0 + i] = new(RawCode.LoadLocal, i);
            table[(int)Op.Stloc_0 + i] = new(RawCode.StoreLocal, i);
        }

        Set(RawCode.LoadArgument, null, -1, Op.Ldarg, Op.Ldarg_s);
        Set(RawCode.StoreArgument, null, -1, Op.Starg, Op.Starg_s);
        Set(RawCode.LoadArgumentAddress, null, -1, Op.Ldarga, Op.Ldarga_s);
        Set(RawCode.LoadLocal, null, -1, Op.Ldloc, Op.Ldloc_s);
        Set(RawCode.StoreLocal, null, -1, Op.Stloc, Op.Stloc_s);
        Set(RawCode.LoadLocalAddress, null, -1, Op.Ldloca, Op.Ldloca_s);
        Set(RawCode.LoadField, null, 0, Op.Ldfld);
        Set(RawCode.LoadFieldAddress, null, 0, Op.Ldflda);
        Set(RawCode.StoreField, null, 0, Op.Stfld);
        Set(RawCode.LoadStatic, null, 0, Op.Ldsfld);
        Set(RawCode.LoadStaticAddress, null, 0, Op.Ldsflda);
        Set(RawCode.StoreStatic, null, 0, Op.Stsfld);
        Set(RawCode.LoadElement, null, 0, Op.Ldelem, Op.Ldelem_i, Op.Ldelem_i1, Op.Ldelem_i2, Op.Ldelem_i4, Op.Ldelem_i8, Op.Ldelem_r4, Op.Ldelem_r8, Op.Ldelem_ref, Op.Ldelem_u1, Op.Ldelem_u2, Op.Ldelem_u4);
        Set(RawCode.LoadElementAddress, null, 0, Op.Ldelema);
        Set(RawCode.StoreElement, null, 0, Op.Stelem, Op.Stelem_i, Op.Stelem_i1, Op.Stelem_i2, Op.Stelem_i4, Op.Stelem_i8, Op.Stelem_r4, Op.Stelem_r8, Op.Stelem_ref);
        Set(RawCode.LoadIndirect, null, 0, Op.Ldobj, Op.Ldind_i, Op.Ldind_i1, Op.Ldind_i2, Op.Ldind_i4, Op.Ldind_i8, Op.Ldind_r4, Op.Ldind_r8, Op.Ldind_ref, Op.Ldind_u1, Op.Ldind_u2, Op.Ldind_u4);
        Set(RawCode.StoreIndirect, null, 0, Op.Stobj, Op.Stind_i, Op.Stind_i1, Op.Stind_i2, Op.Stind_i4, Op.Stind_i8, Op.Stind_r4, Op.Stind_r8, Op.Stind_ref);
        Set(RawCode.InitialiseObject, null, 0, Op.Initobj);
        Set(RawCode.Call, null, 0, Op.Call);
        Set(RawCode.Call, null, 1, Op.Callvirt);
        Set(RawCode.CallIndirect, null, 0, Op.Calli);
        Set(RawCode.New, null, 0, Op.Newobj);
        Set(RawCode.NewArray, null, 0, Op.Newarr);
        Set(RawCode.ArrayLength, null, 0, Op.Ldlen);
        Set(RawCode.Cast, null, 0, Op.Castclass, Op.Box, Op.Unbox, Op.Unbox_any);
        Set(RawCode.IsInstance, null, 0, Op.Isinst);
        Set(RawCode.LoadFunction, null, 0, Op.Ldftn);
        Set(RawCode.LoadFunction, null, 1, Op.Ldvirtftn);
        Set(RawCode.LoadToken, null, 0, Op.Ldtoken);
        Set(RawCode.Binary, BinaryOperator.Add, 0, Op.Add, Op.Add_ovf, Op.Add_ovf_un);
        Set(RawCode.Binary, BinaryOperator.Subtract, 0, Op.Sub, Op.Sub_ovf, Op.Sub_ovf_un);
        Set(RawCode.Binary, BinaryOperator.Multiply, 0, Op.Mul, Op.Mul_ovf, Op.Mul_ovf_un);
        Set(RawCode.Binary, BinaryOperator.Other, 0, Op.Or, Op.Xor, Op.Shl, Op.Shr, Op.Shr_un);
        Set(RawCode.Binary, BinaryOperator.Divide, 0, Op.Div, Op.Div_un);
        Set(RawCode.Binary, BinaryOperator.Remainder, 0, Op.Rem, Op.Rem_un);
        Set(RawCode.Binary, BinaryOperator.And, 0, Op.And);
        foreach (var code in Enum.GetValues<Op>())
            if (code.ToString().StartsWith("Conv_", StringComparison.Ordinal))
                table[Index(code)] = new(RawCode.Convert);
        Set(RawCode.Convert, null, 0, Op.Neg, Op.Not, Op.Ckfinite);
        Set(RawCode.Compare, BinaryOperator.Equal, 0, Op.Ceq);
        Set(RawCode.Compare, BinaryOperator.Greater, 0, Op.Cgt);
        Set(RawCode.Compare, BinaryOperator.GreaterUnsigned, 0, Op.Cgt_un);
        Set(RawCode.Compare, BinaryOperator.Less, 0, Op.Clt);
        Set(RawCode.Compare, BinaryOperator.LessUnsigned, 0, Op.Clt_un);
        Set(RawCode.Jump, null, 0, Op.Br, Op.Br_s);
        Set(RawCode.JumpIfTrue, null, 0, Op.Brtrue, Op.Brtrue_s);
        Set(RawCode.JumpIfFalse, null, 0, Op.Brfalse, Op.Brfalse_s);
        Set(RawCode.JumpIf, BinaryOperator.Equal, 0, Op.Beq, Op.Beq_s);
        Set(RawCode.JumpIf, BinaryOperator.NotEqual, 0, Op.Bne_un, Op.Bne_un_s);
        Set(RawCode.JumpIf, BinaryOperator.Less, 0, Op.Blt, Op.Blt_s);
        Set(RawCode.JumpIf, BinaryOperator.LessOrEqual, 0, Op.Ble, Op.Ble_s);
        Set(RawCode.JumpIf, BinaryOperator.Greater, 0, Op.Bgt, Op.Bgt_s);
        Set(RawCode.JumpIf, BinaryOperator.GreaterOrEqual, 0, Op.Bge, Op.Bge_s);
        Set(RawCode.JumpIf, BinaryOperator.LessUnsigned, 0, Op.Blt_un, Op.Blt_un_s);
        Set(RawCode.JumpIf, BinaryOperator.LessOrEqualUnsigned, 0, Op.Ble_un, Op.Ble_un_s);
        Set(RawCode.JumpIf, BinaryOperator.GreaterUnsigned, 0, Op.Bgt_un, Op.Bgt_un_s);
        Set(RawCode.JumpIf, BinaryOperator.GreaterOrEqualUnsigned, 0, Op.Bge_un, Op.Bge_un_s);
        Set(RawCode.Switch, null, 0, Op.Switch);
        Set(RawCode.Leave, null, 0, Op.Leave, Op.Leave_s);
        Set(RawCode.EndFinally, null, 0, Op.Endfinally);
        Set(RawCode.EndFilter, null, 1, Op.Endfilter);
        Set(RawCode.Return, null, 0, Op.Ret);
        Set(RawCode.Throw, null, 0, Op.Throw);
        Set(RawCode.Rethrow, null, 0, Op.Rethrow);
        Set(RawCode.Opaque, null, 0, Op.Arglist, Op.Sizeof);
        Set(RawCode.Opaque, null, 1, Op.Localloc, Op.Mkrefany, Op.Refanytype, Op.Refanyval);
        Set(RawCode.Discard, null, 2, Op.Cpobj);
        Set(RawCode.Discard, null, 3, Op.Cpblk, Op.Initblk);
        Set(RawCode.Return, null, 0, Op.Jmp);
        return table;
    }
}
