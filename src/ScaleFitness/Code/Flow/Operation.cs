namespace ScaleFitness.Code.Flow;

/// <summary>What an instruction does once the evaluation stack is gone.</summary>
internal enum Operation : byte
{
    /// <summary>target = constant.</summary>
    Constant,

    /// <summary>target = input; operand is the type of a cast, or null.</summary>
    Copy,

    /// <summary>target = field of input (or static, without input).</summary>
    LoadField,

    /// <summary>field of first input = last input.</summary>
    StoreField,

    /// <summary>target = element of an array.</summary>
    LoadElement,

    /// <summary>element of an array (array, index, value).</summary>
    StoreElement,

    /// <summary>target = address of a variable (operand: its index).</summary>
    Address,

    /// <summary>target = address of a field.</summary>
    FieldAddress,

    /// <summary>target = address of an element.</summary>
    ElementAddress,

    /// <summary>target = what an address holds.</summary>
    LoadIndirect,

    /// <summary>what an address holds = value (address, value).</summary>
    StoreIndirect,

    /// <summary>what an address holds = default.</summary>
    Initialise,

    /// <summary>target = call(inputs); the receiver comes first.</summary>
    Call,

    /// <summary>target = new object(inputs).</summary>
    New,

    /// <summary>target = new array of length input.</summary>
    NewArray,

    /// <summary>target = input when it is of a type, otherwise null.</summary>
    IsInstance,

    /// <summary>target = pointer to a method.</summary>
    Function,

    /// <summary>target = runtime handle of a symbol.</summary>
    Token,

    /// <summary>target = arithmetic(inputs).</summary>
    Binary,

    /// <summary>target = comparison(inputs).</summary>
    Compare,

    /// <summary>target = something that is not looked into.</summary>
    Opaque,

    /// <summary>target = the exception that a handler caught.</summary>
    Caught,

    /// <summary>Two-way branch on a condition over the inputs.</summary>
    Branch,

    /// <summary>Many-way branch on an integer.</summary>
    Switch,

    /// <summary>Returns the input, if any.</summary>
    Return,

    /// <summary>Throws.</summary>
    Throw,
}
