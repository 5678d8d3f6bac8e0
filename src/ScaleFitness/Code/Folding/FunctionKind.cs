namespace ScaleFitness.Code.Folding;

/// <summary>What the author wrote a function as.</summary>
public enum FunctionKind : byte
{
    /// <summary>A method, accessor or constructor.</summary>
    Method,

    /// <summary>A lambda or anonymous method.</summary>
    Lambda,

    /// <summary>A local function.</summary>
    LocalFunction,

    /// <summary>A piece that the compiler cut out, such as an iterator's <c>finally</c>.</summary>
    Part,
}
