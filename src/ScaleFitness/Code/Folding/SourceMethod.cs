using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Folding;

/// <summary>What the author wrote as one method: its body with everything the compiler cut out of it put back.</summary>
public sealed class SourceMethod
{
    private readonly List<SourceFunction> _functions = new(1);

    internal SourceMethod(MethodDefinition definition, Closures closures)
    {
        Definition = definition;
        Closures = closures;
    }

    /// <summary>The method.</summary>
    public MethodDefinition Definition { get; }

    /// <summary>Its own body first, then its lambdas and local functions.</summary>
    public IReadOnlyList<SourceFunction> Functions => _functions;

    /// <summary>Its own body.</summary>
    public SourceFunction Body => _functions[0];

    /// <summary>Whether a tool or the compiler wrote it.</summary>
    public bool IsGenerated =>
        Definition.DeclaringType.IsGeneratedCode || Definition.DeclaringType.IsCompilerGenerated
        || (Definition.Traits & MethodTraits.GeneratedCode) != 0
        || ((Definition.Traits & MethodTraits.CompilerGenerated) != 0 && !IsTopLevel);

    /// <summary>Top-level statements: the compiler names their method, the author wrote its body.</summary>
    public bool IsTopLevel => Definition.Name == "<Main>$";

    /// <summary>Such as <c>Shop.Orders.List</c>.</summary>
    public string DisplayName => MemberNames.Display(Definition);

    /// <summary>Such as <c>M:Shop.Orders.List(System.Int32)</c>.</summary>
    public string DocumentationId => MemberNames.DocumentationId(Definition);

    /// <summary>The closures of the program.</summary>
    internal Closures Closures { get; }

    internal void Add(SourceFunction function) => _functions.Add(function);

    /// <inheritdoc />
    public override string ToString() => DisplayName;
}
