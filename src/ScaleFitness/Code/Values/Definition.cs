using ScaleFitness.Code.Flow;
using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Values;

/// <summary>What kind of thing defines a value.</summary>
internal enum DefinitionKind : byte
{
    /// <summary>An argument; the index counts <c>this</c>.</summary>
    Argument,

    /// <summary>A constant, equal to others of the same value.</summary>
    Constant,

    /// <summary>The result of an instruction.</summary>
    Result,

    /// <summary>What a call left in a variable passed by reference; the index is the input's.</summary>
    Out,

    /// <summary>A variable captured from the function around.</summary>
    Captured,

    /// <summary>The address of a variable; the index is the variable's.</summary>
    Address,
}

/// <summary>One definition.</summary>
/// <param name="Kind">What defines it.</param>
/// <param name="Index">Argument, input or variable.</param>
/// <param name="Instruction">The instruction, where one does.</param>
/// <param name="Constant">The constant.</param>
/// <param name="Field">The captured variable's field.</param>
internal sealed record Definition(DefinitionKind Kind, int Index = -1, Instruction? Instruction = null, object? Constant = null, FieldDefinition? Field = null);

/// <summary>The definitions of one body, numbered. Constants are shared by value.</summary>
internal sealed class DefinitionTable
{
    private readonly List<Definition> _definitions = [];
    private readonly List<ValueSet> _sets = [];
    private readonly Dictionary<(DefinitionKind, object, int), int> _known = [];
    private static readonly object Null = new();

    public Definition this[int id] => _definitions[id];

    public ValueSet Argument(int index) => Intern(DefinitionKind.Argument, Null, index, () => new(DefinitionKind.Argument, index));

    public ValueSet Constant(object? value) => Intern(DefinitionKind.Constant, value ?? Null, 0, () => new(DefinitionKind.Constant, Constant: value));

    public ValueSet Result(Instruction instruction) => Intern(DefinitionKind.Result, instruction, 0, () => new(DefinitionKind.Result, Instruction: instruction));

    public ValueSet Out(Instruction call, int input) => Intern(DefinitionKind.Out, call, input, () => new(DefinitionKind.Out, input, call));

    public ValueSet Captured(FieldDefinition field) => Intern(DefinitionKind.Captured, field, 0, () => new(DefinitionKind.Captured, Field: field));

    public ValueSet Address(int variable) => Intern(DefinitionKind.Address, Null, variable, () => new(DefinitionKind.Address, variable));

    private ValueSet Intern(DefinitionKind kind, object key, int index, Func<Definition> create)
    {
        // An instruction is itself, however alike another looks.
        var id = key is Instruction instruction ? (object)(instruction.Index + 1) : key;
        if (_known.TryGetValue((kind, id, index), out var number))
            return _sets[number];
        number = _definitions.Count;
        _known[(kind, id, index)] = number;
        _definitions.Add(create());
        _sets.Add(ValueSet.Of(number));
        return _sets[number];
    }
}
