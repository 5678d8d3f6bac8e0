using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Model.Data;

/// <summary>Which columns of a table an index can find rows by: keys and indexes of the model, and what SQL in the app's migrations creates.</summary>
public sealed class Indexes
{
    private readonly EntityModel _entities;
    private readonly Lazy<IReadOnlyList<string>> _statements;

    internal Indexes(CodeModel code, CallIndex index, EntityModel entities)
    {
        _entities = entities;
        _statements = new(() => [.. Statements(code.Program)]);
        // What is added while the model is walked, or kept by a store that indexes everything, cannot be told from code.
        IsKnown = !index.Mentioning(n => n is "AddIndex" or "UseCosmos" or "UseMongoDB").Any();
    }

    /// <summary>Whether code shows the indexes at all.</summary>
    public bool IsKnown { get; }

    /// <summary>Whether the entity's model is in sight, with a key at least.</summary>
    public bool Knows(EntityRoot root) => IsKnown && root.Entity is { Keys.Count: > 0 } && _entities.Of(root.Type) is not null;

    /// <summary>Whether an index starts with the column.</summary>
    public bool StartWith(Entity entity, string column) =>
        entity.Indexes.Any(i => i.Count > 0 && i[0] == column) || _statements.Value.Any(s => s.Contains(column, StringComparison.OrdinalIgnoreCase));

    /// <summary><c>migrationBuilder.Sql("CREATE INDEX …")</c>.</summary>
    private static IEnumerable<string> Statements(CompiledProgram program) =>
        ProgramTexts.Of(program).Where(t => t.Contains(" INDEX ", StringComparison.OrdinalIgnoreCase) && t.Contains("CREATE ", StringComparison.OrdinalIgnoreCase));
}
