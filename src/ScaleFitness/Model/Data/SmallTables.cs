using ScaleFitness.Code.Metadata;
using ScaleFitness.Findings;

namespace ScaleFitness.Model.Data;

/// <summary>Which tables are too small to matter: the context says so, an enum is the key, or only the model's own seed data fills them.</summary>
public sealed class SmallTables
{
    private readonly CompiledProgram _program;
    private readonly ScaleContext _context;

    internal SmallTables(CompiledProgram program, ScaleContext context)
    {
        _program = program;
        _context = context;
    }

    /// <summary>Whether the table that a query starts from is small.</summary>
    public bool Contains(EntityRoot root) =>
        _context.IsSmall(root.Name) || root.Entity is { IsSeedOnly: true } or { HasEnumKey: true }
        || (root.Type.Kind == TypeKind.Named && _program.Find(root.Type) is { } type && type.Traits.HasFlag(TypeTraits.Enum));
}
