using ScaleFitness.Code.Flow;
using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Folding;

/// <summary>A generated state machine.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Kind">What it runs.</param>
/// <param name="Stub">The method that starts it.</param>
/// <param name="MoveNext">The method that holds the author's body.</param>
internal sealed record Machine(TypeDefinition Type, MachineKind Kind, MethodDefinition Stub, MethodDefinition MoveNext)
{
    /// <summary>Hoisted fields that carry an argument of the stub, by the argument's index.</summary>
    public Dictionary<FieldDefinition, int> ArgumentFields(CompiledProgram program)
    {
        var result = new Dictionary<FieldDefinition, int>();
        var code = Stub.Body!.Code;
        for (var i = 1; i < code.Length; i++)
            if (StoredField(program, code[i]) is { } field && Argument(code, i - 1) is { } argument)
                result[field] = argument;
        // An iterator keeps its arguments in fields that each enumeration copies from.
        foreach (var method in Type.Methods.Where(m => m.HasBody && m != MoveNext).Select(m => m.Body!.Code))
            for (var i = 1; i < method.Length; i++)
                if (StoredField(program, method[i]) is { } copy && method[i - 1] is { Code: RawCode.LoadField, Operand: FieldRef source }
                    && program.Find(source) is { } original && result.TryGetValue(original, out var argument))
                    result[copy] = argument;
        return result;
    }

    /// <summary>Pieces of the author's body that <c>MoveNext</c> calls: an iterator's <c>finally</c> blocks.</summary>
    public IEnumerable<MethodDefinition> Parts(CompiledProgram program) =>
        MoveNext.Body!.Code
            .Where(i => i.Code == RawCode.Call)
            .Select(i => program.Find((MethodRef)i.Operand!))
            .OfType<MethodDefinition>()
            .Where(m => m.DeclaringType == Type && m != MoveNext && !m.IsConstructor && m.HasBody)
            .Distinct();

    /// <summary>What <c>Current</c> returns.</summary>
    public FieldDefinition? CurrentField(CompiledProgram program) =>
        Type.Methods
            .Where(m => m.HasBody && m.ExplicitlyImplements.Any(i => i.Name == "get_Current"))
            .SelectMany(m => m.Body!.Code)
            .Where(i => i.Code == RawCode.LoadField)
            .Select(i => program.Find((FieldRef)i.Operand!))
            .FirstOrDefault(f => f?.DeclaringType == Type);

    private FieldDefinition? StoredField(CompiledProgram program, RawInstruction instruction) =>
        instruction is { Code: RawCode.StoreField, Operand: FieldRef field } && program.Find(field) is { } definition && definition.DeclaringType == Type
            ? definition
            : null;

    private static int? Argument(RawInstruction[] code, int index) => code[index] switch
    {
        { Code: RawCode.LoadArgument } load => load.Value,
        { Code: RawCode.LoadIndirect } when index > 0 && code[index - 1].Code == RawCode.LoadArgument => code[index - 1].Value,
        _ => null,
    };
}
