using System.Diagnostics;
using System.Reflection;
using System.Reflection.Emit;
using ScaleFitness.Code.Values;
using ScaleFitness.Findings;
using ScaleFitness.Model;
using ScaleFitness.Tests.Harness;

namespace ScaleFitness.Tests.Engine;

/// <summary>Methods larger than any that people write, as tools write them: analysed or given up on, never a hang.</summary>
public sealed class MonsterTests
{
    /// <summary>Far more than it takes, even on a busy machine; quadratic work takes minutes.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(3);

    [Fact]
    public void Twenty_thousand_branches_are_analysed() => Assert.Null(Analyse(il => Branches(il, 20_000, isLoop: false)).NotAnalysed);

    [Fact]
    public void Twenty_thousand_branches_in_a_loop_are_analysed() => Assert.Null(Analyse(il => Branches(il, 20_000, isLoop: true)).NotAnalysed);

    [Fact]
    public void Thousands_of_variables_that_a_loop_shuffles_are_given_up_on_for_a_reason()
    {
        var first = Analyse(il => Shuffle(il, 4_000)).NotAnalysed;
        Assert.Equal("its values take more than 50 million steps", first);
        Assert.Equal(first, Analyse(il => Shuffle(il, 4_000)).NotAnalysed);
    }

    /// <summary><c>if (x == 1) n = Math.Abs(n); if (x == 2) …</c></summary>
    private static void Branches(ILGenerator il, int count, bool isLoop)
    {
        var head = il.DefineLabel();
        il.MarkLabel(head);
        for (var i = 0; i < count; i++)
        {
            var next = il.DefineLabel();
            il.Emit(OpCodes.Ldarg_0);
            il.Emit(OpCodes.Ldc_I4, i);
            il.Emit(OpCodes.Bgt, next);
            il.Emit(OpCodes.Ldarg_1);
            il.Emit(OpCodes.Call, typeof(Math).GetMethod(nameof(Math.Abs), [typeof(int)])!);
            il.Emit(OpCodes.Starg_S, (byte)1);
            il.MarkLabel(next);
        }

        if (isLoop)
        {
            il.Emit(OpCodes.Ldarg_0);
            il.Emit(OpCodes.Brtrue, head);
        }

        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Ret);
    }

    /// <summary><c>while (x != 0) { if (x > 0) v0 = v1; if (x > 1) v1 = v2; … }</c></summary>
    private static void Shuffle(ILGenerator il, int count)
    {
        var locals = Enumerable.Range(0, count).Select(_ => il.DeclareLocal(typeof(int))).ToList();
        var head = il.DefineLabel();
        il.MarkLabel(head);
        for (var i = 0; i < count; i++)
        {
            var next = il.DefineLabel();
            il.Emit(OpCodes.Ldarg_0);
            il.Emit(OpCodes.Ldc_I4, i);
            il.Emit(OpCodes.Ble, next);
            il.Emit(OpCodes.Ldloc, locals[(i + 1) % count]);
            il.Emit(OpCodes.Stloc, locals[i]);
            il.MarkLabel(next);
        }

        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Brtrue, head);
        il.Emit(OpCodes.Ldloc, locals[0]);
        il.Emit(OpCodes.Ret);
    }

    private static FunctionBody Analyse(Action<ILGenerator> write)
    {
        var path = Path.Combine(WorkFolder.Create("monster " + Guid.NewGuid().ToString("N")), "Monster.dll");
        var assembly = new PersistedAssemblyBuilder(new("Monster"), typeof(object).Assembly);
        var type = assembly.DefineDynamicModule("Monster").DefineType("Monster", TypeAttributes.Public | TypeAttributes.Class);
        write(type.DefineMethod("Run", MethodAttributes.Public | MethodAttributes.Static, typeof(int), [typeof(int), typeof(int)]).GetILGenerator());
        type.CreateType();
        assembly.Save(path);

        var watch = Stopwatch.StartNew();
        var app = AppModel.Read([path], new ScaleContext());
        var function = app.Code.Methods.Single(m => m.Definition.Name == "Run").Body;
        var body = app.BodyOf(function);
        _ = app.Code.PathsOf(function).IsAvoidable(0);
        Assert.True(watch.Elapsed < Soon, $"it took {watch.Elapsed}");
        return body;
    }
}
