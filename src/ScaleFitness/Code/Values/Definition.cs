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
internal readonly record struct Definition(DefinitionKind Kind, int Index = -1, Instruction? Instruction = null, object? Constant = null, FieldDefinition? Field = null);

/// <summary>The definitions of one body, numbered. Constants are shared by value.</summary>
internal sealed class DefinitionTable(int instructions)
{
    private static readonly object Null = new();

    private readonly List<Definition> _definitions = [];
    private readonly ValueSet?[] _results = new ValueSet?[instructions];
    private readonly Dictionary<(DefinitionKind, object, int), ValueSet> _known = [];

    public Definition this[int id] => _definitions[id];

    /// <summary>All of them, without what only the iteration needs: a body that is kept keeps these.</summary>
    public Definition[] ToArray() => [.. _definitions];

    public ValueSet Argument(int index) => Intern(Null, new(DefinitionKind.Argument, index));

    public ValueSet Constant(object? value) => Intern(value ?? Null, new(DefinitionKind.Constant, Constant: value));

    public ValueSet Result(Instruction instruction) => _results[instruction.Index] ??= Add(new(DefinitionKind.Result, Instruction: instruction));

    // An instruction is itself, however alike another looks.
    public ValueSet Out(Instruction call, int input) => Intern(call.Index + 1, new(DefinitionKind.Out, input, call));

    public ValueSet Captured(FieldDefinition field) => Intern(field, new(DefinitionKind.Captured, Field: field));

    public ValueSet Address(int variable) => Intern(Null, new(DefinitionKind.Address, variable));

    private ValueSet Intern(object key, in Definition definition)
    {
        if (!_known.TryGetValue((definition.Kind, key, definition.Index), out var set))
            _known[(definition.Kind, key, definition.Index)] = set = Add(definition);
        return set;
    }

    private ValueSet Add(in Definition definition)
    {
        _definitions.Add(definition);
        return ValueSet.Of(_definitions.Count - 1);
    }
}
