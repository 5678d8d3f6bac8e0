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

    /// <summary>Another definition, the index, where a comparison proved that it is no greater than something.</summary>
    Bounded,
}

/// <summary>One definition.</summary>
/// <param name="Kind">What defines it.</param>
/// <param name="Index">Argument, input or variable.</param>
/// <param name="Operand">The instruction, the constant, the captured variable's field or, for a bounded definition, what it is no greater than: kept by the million, it has room for one.</param>
internal readonly record struct Definition(DefinitionKind Kind, int Index = -1, object? Operand = null)
{
    /// <summary>The instruction, where one defines it.</summary>
    public Instruction? Instruction => Operand as Instruction;

    /// <summary>The constant.</summary>
    public object? Constant => Kind == DefinitionKind.Constant ? Operand : null;

    /// <summary>The captured variable's field.</summary>
    public FieldDefinition? Field => Operand as FieldDefinition;

    /// <summary>For a bounded definition, what it is no greater than.</summary>
    public ComparisonInput? Limit => Operand as ComparisonInput;
}

/// <summary>One side of a comparison.</summary>
/// <param name="Comparison">The comparison, or the branch that compares.</param>
/// <param name="Input">Which of its two inputs.</param>
internal sealed record ComparisonInput(Instruction Comparison, int Input);

/// <summary>The definitions of one body, numbered. Constants are shared by value.</summary>
internal sealed class DefinitionTable(int instructions)
{
    private static readonly object Null = new();

    private readonly List<Definition> _definitions = [];
    private readonly ValueSet?[] _results = new ValueSet?[instructions];
    private readonly Dictionary<(DefinitionKind, object, int), ValueSet> _known = [];
    private bool _hasBounded;

    public Definition this[int id] => _definitions[id];

    /// <summary>All of them, without what only the iteration needs: a body that is kept keeps these.</summary>
    public Definition[] ToArray() => [.. _definitions];

    public ValueSet Argument(int index) => Intern(Null, new(DefinitionKind.Argument, index));

    public ValueSet Constant(object? value) => Intern(value ?? Null, new(DefinitionKind.Constant, Operand: value));

    public ValueSet Result(Instruction instruction) => _results[instruction.Index] ??= Add(new(DefinitionKind.Result, Operand: instruction));

    // An instruction is itself, however alike another looks.
    public ValueSet Out(Instruction call, int input) => Intern(call.Index + 1, new(DefinitionKind.Out, input, call));

    public ValueSet Captured(FieldDefinition field) => Intern(field, new(DefinitionKind.Captured, Operand: field));

    public ValueSet Address(int variable) => Intern(Null, new(DefinitionKind.Address, variable));

    /// <summary>What is left of alternatives once each is known to be no greater than a limit; constants speak for themselves.</summary>
    public ValueSet Bounded(ValueSet alternatives, ComparisonInput limit)
    {
        var result = alternatives;
        foreach (var id in alternatives.Ids)
            if (this[id].Kind is not (DefinitionKind.Constant or DefinitionKind.Address) && !IsBoundedBy(id, limit))
            {
                _hasBounded = true;
                result = ValueSet.Join(result.Without(id), Intern(limit, new(DefinitionKind.Bounded, id, limit)));
            }

        return result;
    }

    /// <summary>A value that may be bounded or not is not: leaves out what stands in the set with less known of it.</summary>
    public ValueSet Absorb(ValueSet alternatives)
    {
        if (!_hasBounded)
            return alternatives;
        var result = alternatives;
        foreach (var id in alternatives.Ids)
            for (var unbounded = this[id]; unbounded.Kind == DefinitionKind.Bounded; unbounded = this[unbounded.Index])
                if (alternatives.Ids.Contains(unbounded.Index))
                    result = result.Without(id);
        return result;
    }

    private bool IsBoundedBy(int id, ComparisonInput limit)
    {
        for (var definition = this[id]; definition.Kind == DefinitionKind.Bounded; definition = this[definition.Index])
            if (definition.Limit == limit)
                return true;
        return false;
    }

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
