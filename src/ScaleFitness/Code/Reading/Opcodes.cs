using Mono.Cecil.Cil;
using ScaleFitness.Code.Metadata;
using Op = Mono.Cecil.Cil.Code;

namespace ScaleFitness.Code.Reading;

/// <summary>What an opcode means once short forms, overflow checks and widths are of no interest.</summary>
internal readonly record struct Meaning(RawCode Code, int Value = 0, object? Operand = null);

/// <summary>The table from Cecil's opcodes to our own. An opcode that is not in it is read by its stack behaviour.</summary>
internal static class Opcodes
{
    private static readonly Meaning[] Table = Build();

    private static readonly object[] Integers = [.. Enumerable.Range(-1, 130).Select(i => (object)i)];

    public static Meaning Of(OpCode opcode) => Table[(int)opcode.Code];

    /// <summary>A boxed integer; small ones are shared.</summary>
    public static object Box(int value) => value is >= -1 and < 129 ? Integers[value + 1] : value;

    private static Meaning[] Build()
    {
        var table = new Meaning[Enum.GetValues<Op>().Max(c => (int)c) + 1];
        void Set(RawCode code, object? operand, int value, params ReadOnlySpan<Op> codes)
        {
            foreach (var c in codes)
                table[(int)c] = new(code, value, operand);
        }

        Set(RawCode.Nop, null, 0, Op.Nop, Op.Break, Op.Volatile, Op.Unaligned, Op.Tail, Op.Constrained, Op.Readonly, Op.No);
        Set(RawCode.Duplicate, null, 0, Op.Dup);
        Set(RawCode.Pop, null, 0, Op.Pop);
        Set(RawCode.Constant, null, 0, Op.Ldnull, Op.Ldstr, Op.Ldc_I4, Op.Ldc_I4_S, Op.Ldc_I8, Op.Ldc_R4, Op.Ldc_R8);
        for (var i = -1; i <= 8; i++)
            table[(int)Op.Ldc_I4_0 + i] = new(RawCode.Constant, 0, i);
        for (var i = 0; i < 4; i++)
        {
            table[(int)Op.Ldarg_0 + i] = new(RawCode.LoadArgument, i);
            table[(int)Op.Ldloc_0 + i] = new(RawCode.LoadLocal, i);
            table[(int)Op.Stloc_0 + i] = new(RawCode.StoreLocal, i);
        }

        Set(RawCode.LoadArgument, null, -1, Op.Ldarg, Op.Ldarg_S);
        Set(RawCode.StoreArgument, null, -1, Op.Starg, Op.Starg_S);
        Set(RawCode.LoadArgumentAddress, null, -1, Op.Ldarga, Op.Ldarga_S);
        Set(RawCode.LoadLocal, null, -1, Op.Ldloc, Op.Ldloc_S);
        Set(RawCode.StoreLocal, null, -1, Op.Stloc, Op.Stloc_S);
        Set(RawCode.LoadLocalAddress, null, -1, Op.Ldloca, Op.Ldloca_S);
        Set(RawCode.LoadField, null, 0, Op.Ldfld);
        Set(RawCode.LoadFieldAddress, null, 0, Op.Ldflda);
        Set(RawCode.StoreField, null, 0, Op.Stfld);
        Set(RawCode.LoadStatic, null, 0, Op.Ldsfld);
        Set(RawCode.LoadStaticAddress, null, 0, Op.Ldsflda);
        Set(RawCode.StoreStatic, null, 0, Op.Stsfld);
        Set(RawCode.LoadElement, null, 0, Op.Ldelem_Any, Op.Ldelem_I, Op.Ldelem_I1, Op.Ldelem_I2, Op.Ldelem_I4, Op.Ldelem_I8, Op.Ldelem_R4, Op.Ldelem_R8, Op.Ldelem_Ref, Op.Ldelem_U1, Op.Ldelem_U2, Op.Ldelem_U4);
        Set(RawCode.LoadElementAddress, null, 0, Op.Ldelema);
        Set(RawCode.StoreElement, null, 0, Op.Stelem_Any, Op.Stelem_I, Op.Stelem_I1, Op.Stelem_I2, Op.Stelem_I4, Op.Stelem_I8, Op.Stelem_R4, Op.Stelem_R8, Op.Stelem_Ref);
        Set(RawCode.LoadIndirect, null, 0, Op.Ldobj, Op.Ldind_I, Op.Ldind_I1, Op.Ldind_I2, Op.Ldind_I4, Op.Ldind_I8, Op.Ldind_R4, Op.Ldind_R8, Op.Ldind_Ref, Op.Ldind_U1, Op.Ldind_U2, Op.Ldind_U4);
        Set(RawCode.StoreIndirect, null, 0, Op.Stobj, Op.Stind_I, Op.Stind_I1, Op.Stind_I2, Op.Stind_I4, Op.Stind_I8, Op.Stind_R4, Op.Stind_R8, Op.Stind_Ref);
        Set(RawCode.InitialiseObject, null, 0, Op.Initobj);
        Set(RawCode.Call, null, 0, Op.Call);
        Set(RawCode.Call, null, 1, Op.Callvirt);
        Set(RawCode.CallIndirect, null, 0, Op.Calli);
        Set(RawCode.New, null, 0, Op.Newobj);
        Set(RawCode.NewArray, null, 0, Op.Newarr);
        Set(RawCode.ArrayLength, null, 0, Op.Ldlen);
        Set(RawCode.Cast, null, 0, Op.Castclass, Op.Box, Op.Unbox, Op.Unbox_Any);
        Set(RawCode.IsInstance, null, 0, Op.Isinst);
        Set(RawCode.LoadFunction, null, 0, Op.Ldftn);
        Set(RawCode.LoadFunction, null, 1, Op.Ldvirtftn);
        Set(RawCode.LoadToken, null, 0, Op.Ldtoken);
        Set(RawCode.Binary, BinaryOperator.Add, 0, Op.Add, Op.Add_Ovf, Op.Add_Ovf_Un);
        Set(RawCode.Binary, BinaryOperator.Subtract, 0, Op.Sub, Op.Sub_Ovf, Op.Sub_Ovf_Un);
        Set(RawCode.Binary, BinaryOperator.Multiply, 0, Op.Mul, Op.Mul_Ovf, Op.Mul_Ovf_Un);
        Set(RawCode.Binary, BinaryOperator.Other, 0, Op.Or, Op.Xor, Op.Shl, Op.Shr, Op.Shr_Un);
        Set(RawCode.Binary, BinaryOperator.Divide, 0, Op.Div, Op.Div_Un);
        Set(RawCode.Binary, BinaryOperator.Remainder, 0, Op.Rem, Op.Rem_Un);
        Set(RawCode.Binary, BinaryOperator.And, 0, Op.And);
        for (var code = Op.Nop; (int)code < table.Length; code++)
            if (code.ToString().StartsWith("Conv_", StringComparison.Ordinal))
                table[(int)code] = new(RawCode.Convert);
        Set(RawCode.Convert, null, 0, Op.Neg, Op.Not, Op.Ckfinite);
        Set(RawCode.Compare, BinaryOperator.Equal, 0, Op.Ceq);
        Set(RawCode.Compare, BinaryOperator.Greater, 0, Op.Cgt);
        Set(RawCode.Compare, BinaryOperator.GreaterUnsigned, 0, Op.Cgt_Un);
        Set(RawCode.Compare, BinaryOperator.Less, 0, Op.Clt);
        Set(RawCode.Compare, BinaryOperator.LessUnsigned, 0, Op.Clt_Un);
        Set(RawCode.Jump, null, 0, Op.Br, Op.Br_S);
        Set(RawCode.JumpIfTrue, null, 0, Op.Brtrue, Op.Brtrue_S);
        Set(RawCode.JumpIfFalse, null, 0, Op.Brfalse, Op.Brfalse_S);
        Set(RawCode.JumpIf, BinaryOperator.Equal, 0, Op.Beq, Op.Beq_S);
        Set(RawCode.JumpIf, BinaryOperator.NotEqual, 0, Op.Bne_Un, Op.Bne_Un_S);
        Set(RawCode.JumpIf, BinaryOperator.Less, 0, Op.Blt, Op.Blt_S);
        Set(RawCode.JumpIf, BinaryOperator.LessOrEqual, 0, Op.Ble, Op.Ble_S);
        Set(RawCode.JumpIf, BinaryOperator.Greater, 0, Op.Bgt, Op.Bgt_S);
        Set(RawCode.JumpIf, BinaryOperator.GreaterOrEqual, 0, Op.Bge, Op.Bge_S);
        Set(RawCode.JumpIf, BinaryOperator.LessUnsigned, 0, Op.Blt_Un, Op.Blt_Un_S);
        Set(RawCode.JumpIf, BinaryOperator.LessOrEqualUnsigned, 0, Op.Ble_Un, Op.Ble_Un_S);
        Set(RawCode.JumpIf, BinaryOperator.GreaterUnsigned, 0, Op.Bgt_Un, Op.Bgt_Un_S);
        Set(RawCode.JumpIf, BinaryOperator.GreaterOrEqualUnsigned, 0, Op.Bge_Un, Op.Bge_Un_S);
        Set(RawCode.Switch, null, 0, Op.Switch);
        Set(RawCode.Leave, null, 0, Op.Leave, Op.Leave_S);
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
