namespace ScaleFitness.Code.Metadata;

/// <summary>Stack instructions after normalisation: one code for all forms that mean the same to an analysis.</summary>
public enum RawCode : byte
{
    /// <summary>Does nothing.</summary>
    Nop,

    /// <summary>Pushes a constant (operand; null for <c>ldnull</c>).</summary>
    Constant,

    /// <summary>Pushes an argument; value is its index, <c>this</c> included.</summary>
    LoadArgument,

    /// <summary>Pops into an argument.</summary>
    StoreArgument,

    /// <summary>Pushes an argument's address.</summary>
    LoadArgumentAddress,

    /// <summary>Pushes a local.</summary>
    LoadLocal,

    /// <summary>Pops into a local.</summary>
    StoreLocal,

    /// <summary>Pushes a local's address.</summary>
    LoadLocalAddress,

    /// <summary>Pushes an instance field.</summary>
    LoadField,

    /// <summary>Pushes an instance field's address.</summary>
    LoadFieldAddress,

    /// <summary>Pops into an instance field.</summary>
    StoreField,

    /// <summary>Pushes a static field.</summary>
    LoadStatic,

    /// <summary>Pushes a static field's address.</summary>
    LoadStaticAddress,

    /// <summary>Pops into a static field.</summary>
    StoreStatic,

    /// <summary>Pops index and array, pushes the element.</summary>
    LoadElement,

    /// <summary>Pops index and array, pushes the element's address.</summary>
    LoadElementAddress,

    /// <summary>Pops value, index and array.</summary>
    StoreElement,

    /// <summary>Pops an address, pushes what is there.</summary>
    LoadIndirect,

    /// <summary>Pops value and address.</summary>
    StoreIndirect,

    /// <summary>Pops an address and clears what is there (<c>initobj</c>).</summary>
    InitialiseObject,

    /// <summary>Calls a method; value 1 = virtual.</summary>
    Call,

    /// <summary>Calls through a function pointer; value = number of values popped, operand = a number where it pushes one, or null.</summary>
    CallIndirect,

    /// <summary>Creates an object.</summary>
    New,

    /// <summary>Creates an array.</summary>
    NewArray,

    /// <summary>Pushes an array's length.</summary>
    ArrayLength,

    /// <summary>Casts, boxes or unboxes: the value stays the same.</summary>
    Cast,

    /// <summary>Tests for a type: the value, or null.</summary>
    IsInstance,

    /// <summary>Pushes a method's address; value 1 = virtual, with the object popped.</summary>
    LoadFunction,

    /// <summary>Pushes a token.</summary>
    LoadToken,

    /// <summary>Duplicates the top.</summary>
    Duplicate,

    /// <summary>Drops the top.</summary>
    Pop,

    /// <summary>Pops two, pushes one; operand is a <see cref="BinaryOperator"/>.</summary>
    Binary,

    /// <summary>Pops one, pushes one: conversion, negation.</summary>
    Convert,

    /// <summary>Pops two, pushes a comparison; operand is a <see cref="BinaryOperator"/>.</summary>
    Compare,

    /// <summary>Jumps.</summary>
    Jump,

    /// <summary>Pops one and jumps when it is true (not null, not zero).</summary>
    JumpIfTrue,

    /// <summary>Pops one and jumps when it is false (null, zero).</summary>
    JumpIfFalse,

    /// <summary>Pops two and jumps when they compare; operand is a <see cref="BinaryOperator"/>.</summary>
    JumpIf,

    /// <summary>Pops an index; operand is an array of targets.</summary>
    Switch,

    /// <summary>Leaves a protected region.</summary>
    Leave,

    /// <summary>Ends a finally or fault handler.</summary>
    EndFinally,

    /// <summary>Ends a filter.</summary>
    EndFilter,

    /// <summary>Returns; pops a value where the method has one.</summary>
    Return,

    /// <summary>Throws.</summary>
    Throw,

    /// <summary>Throws again what was caught.</summary>
    Rethrow,

    /// <summary>Pushes something that analyses do not look into; value = number of values popped.</summary>
    Opaque,

    /// <summary>Pops values and does something that analyses do not look into; value = number of values popped.</summary>
    Discard,
}

/// <summary>Operators of arithmetic and comparison.</summary>
public enum BinaryOperator : byte
{
    /// <summary>Addition.</summary>
    Add,

    /// <summary>Subtraction.</summary>
    Subtract,

    /// <summary>Multiplication.</summary>
    Multiply,

    /// <summary>Division: not evaluated.</summary>
    Divide,

    /// <summary>Remainder of a division: not evaluated.</summary>
    Remainder,

    /// <summary>Bits that both have, and truth of both: not evaluated.</summary>
    And,

    /// <summary>Other bits and shifts: not evaluated.</summary>
    Other,

    /// <summary>Equal.</summary>
    Equal,

    /// <summary>Not equal.</summary>
    NotEqual,

    /// <summary>Less, signed.</summary>
    Less,

    /// <summary>Less or equal, signed.</summary>
    LessOrEqual,

    /// <summary>Greater, signed.</summary>
    Greater,

    /// <summary>Greater or equal, signed.</summary>
    GreaterOrEqual,

    /// <summary>Less, unsigned.</summary>
    LessUnsigned,

    /// <summary>Less or equal, unsigned.</summary>
    LessOrEqualUnsigned,

    /// <summary>Greater, unsigned; also the compiler's idiom for "is not null".</summary>
    GreaterUnsigned,

    /// <summary>Greater or equal, unsigned.</summary>
    GreaterOrEqualUnsigned,
}
