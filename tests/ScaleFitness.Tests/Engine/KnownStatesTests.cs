using FsCheck;
using FsCheck.Fluent;
using ScaleFitness.Code.Flow;
using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Tests.Engine;

/// <summary>
/// Random straight code is run twice: by the evaluator, which knows some variables, and by an interpreter, which knows
/// them all. What the evaluator claims to know must be what the interpreter computed.
/// </summary>
public class KnownStatesTests
{
    private const int Persistent = 4;
    private const int Variables = 10;
    private const int State = 0;
    private const int Cached = 1;

    private static readonly int[] Interesting = [int.MinValue, -4, -3, -2, -1, 0, 1, 2, 3, int.MaxValue];

    private static readonly BinaryOperator[] Comparisons = [.. Enum.GetValues<BinaryOperator>().Where(op => op >= BinaryOperator.Equal)];

    private static readonly Gen<Instruction> Straight = Gen.OneOf(
        from target in Gen.Choose(0, Variables - 1) from value in Gen.Elements(Interesting) select new Instruction(Operation.Constant, 0, target, [], value),
        from target in Gen.Choose(0, Variables - 1) from source in Gen.Choose(0, Variables - 1) select new Instruction(Operation.Copy, 0, target, [source]),
        from target in Gen.Choose(0, Variables - 1) from inputs in Inputs(2) from op in Gen.Elements(BinaryOperator.Add, BinaryOperator.Subtract, BinaryOperator.Multiply) select new Instruction(Operation.Binary, 0, target, inputs, null, op),
        from target in Gen.Choose(0, Variables - 1) from inputs in Inputs(2) from op in Gen.Elements(Comparisons) select new Instruction(Operation.Compare, 0, target, inputs, null, op),
        from target in Gen.Choose(0, Variables - 1) from inputs in Inputs(1) select new Instruction(Operation.Opaque, 0, target, inputs, "length"));

    private static readonly Gen<Instruction> Last = Gen.OneOf(
        from inputs in Inputs(1) from flag in Gen.Elements(true, false) select new Instruction(Operation.Branch, 0, -1, inputs, flag: flag),
        from inputs in Inputs(2) from op in Gen.Elements(Comparisons) select new Instruction(Operation.Branch, 0, -1, inputs, null, op, flag: true),
        from inputs in Inputs(1) from cases in Gen.Choose(1, 4) select new Instruction(Operation.Switch, 0, -1, inputs, cases));

    private static readonly Arbitrary<Case> Cases = (
        from code in Straight.ListOf()
        from last in Last
        from values in Gen.Elements(Interesting).ListOf(Variables)
        from knowsState in Gen.Elements(true, false)
        from knowsCached in Gen.Elements(true, false)
        select new Case([.. code, last], [.. values], knowsState, knowsCached)).ToArbitrary();

    [Fact]
    public void What_is_known_is_what_would_be_computed() => Prop.ForAll(Cases, Agrees).QuickCheckThrowOnFailure();

    [Fact]
    public void A_dispatch_by_range_takes_one_edge()
    {
        // (uint)(state - 1) <= 1, as compilers write it.
        Instruction[] code =
        [
            new(Operation.Constant, 0, 5, [], 1),
            new(Operation.Binary, 0, 6, [State, 5], null, BinaryOperator.Subtract),
            new(Operation.Constant, 0, 7, [], 1),
            new(Operation.Branch, 0, -1, [6, 7], null, BinaryOperator.LessOrEqualUnsigned, flag: true),
        ];
        EdgeKind? Taken(int state) => Evaluate(code, new(state, null)).Taken?.Kind;
        Assert.Equal([EdgeKind.False, EdgeKind.False, EdgeKind.True, EdgeKind.True, EdgeKind.False], new[] { -1, 0, 1, 2, 3 }.Select(s => Taken(s)!.Value));
        Assert.Null(Evaluate(code, new(null, null)).Taken);
    }

    private static Gen<int[]> Inputs(int count) => Gen.Choose(0, Variables - 1).ListOf(count).Select(inputs => inputs.ToArray());

    private static bool Agrees(Case test)
    {
        var (after, taken) = Evaluate(test.Code, new(test.KnowsState ? test.Values[State] : null, test.KnowsCached ? test.Values[Cached] : null));
        var (values, edge) = Interpret(test);
        return (after.State is not { } state || state == values[State])
            && (after.Cached is not { } cached || cached == values[Cached])
            && (taken is not { } known || known == edge);
    }

    private static (StateKey After, TakenEdge? Taken) Evaluate(IReadOnlyList<Instruction> code, StateKey before)
    {
        // The first block shows which local caches the state; the second is the one that is evaluated.
        var first = new Block(0, 0);
        first.Instructions.AddRange([new(Operation.Copy, 0, Persistent, [State]), new(Operation.Copy, 0, Cached, [Persistent])]);
        var block = new Block(1, 0);
        block.Instructions.AddRange(code);
        var body = new LoweredBody
        {
            Raw = new RawBody { Code = [], LocalCount = 0, Handlers = [] },
            Blocks = [first, block],
            VariableCount = Variables,
            PersistentCount = Persistent,
            ArgumentCount = 0,
            FieldVariables = new Dictionary<FieldDefinition, int>(),
            InstructionCount = 0,
            InputCount = 0,
        };
        var after = new KnownStates(body, new(MachineKind.Async, State)).After(block, before, out _, out var taken);
        return (after, taken);
    }

    private static (int[] Values, TakenEdge Edge) Interpret(Case test)
    {
        var values = test.Values.ToArray();
        foreach (var instruction in test.Code)
        {
            int In(int i) => values[instruction.Inputs[i]];
            switch (instruction.Operation)
            {
                case Operation.Constant: values[instruction.Target] = (int)instruction.Operand!; break;
                case Operation.Copy: values[instruction.Target] = In(0); break;
                case Operation.Opaque: values[instruction.Target] = 42; break;
                case Operation.Binary: values[instruction.Target] = Compute(instruction.Operator, In(0), In(1)); break;
                case Operation.Compare: values[instruction.Target] = Comparison.Holds(instruction.Operator, In(0), In(1)) ? 1 : 0; break;
                case Operation.Switch: return (values, In(0) >= 0 && In(0) < (int)instruction.Operand! ? new(EdgeKind.Case, In(0)) : new(EdgeKind.False, 0));
                case Operation.Branch when instruction.Inputs.Length == 1: return (values, new((In(0) != 0) == instruction.Flag ? EdgeKind.True : EdgeKind.False, 0));
                case Operation.Branch: return (values, new(Comparison.Holds(instruction.Operator, In(0), In(1)) ? EdgeKind.True : EdgeKind.False, 0));
            }
        }

        throw new InvalidOperationException("The code ends in a branch.");
    }

    private static int Compute(BinaryOperator op, int a, int b) => unchecked(op switch
    {
        BinaryOperator.Add => a + b,
        BinaryOperator.Subtract => a - b,
        _ => a * b,
    });

    private sealed record Case(IReadOnlyList<Instruction> Code, int[] Values, bool KnowsState, bool KnowsCached);
}
