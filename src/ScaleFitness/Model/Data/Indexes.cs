using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Model.Data;

/// <summary>Which columns of a table an index can find rows by: keys and indexes of the model, and what SQL in the app's migrations creates.</summary>
public sealed class Indexes
{
    private readonly EntityModel _entities;
    private readonly bool _isShown;
    private readonly Lazy<IReadOnlyList<string>> _statements;

    internal Indexes(CodeModel code, CallIndex index, EntityModel entities)
    {
        _entities = entities;
        _statements = new(() => [.. Statements(code.Program)]);
        // What is added while the model is walked, or kept by a store that indexes everything, cannot be told from code.
        _isShown = !index.Mentioning(n => n is "AddIndex" or "UseCosmos" or "UseMongoDB").Any();
    }

    /// <summary>Whether code shows the indexes at all, or the host tells them.</summary>
    public bool IsKnown => _isShown || _entities.All.Any(IsTold);

    /// <summary>Whether the entity's model is in sight, with a key at least.</summary>
    public bool Knows(EntityRoot root) => root.Entity is { Keys.Count: > 0 } entity && (entity.IsComposed ? IsTold(entity) : _isShown) && _entities.Of(root.Type) is not null;

    private static bool IsTold(Entity entity) => entity is { IsComposed: true, IsOfDocuments: false };

    /// <summary>Whether an index starts with the column.</summary>
    public bool StartWith(Entity entity, string column) =>
        entity.Indexes.Any(i => i.Count > 0 && i[0] == column) || _statements.Value.Any(s => s.Contains(column, StringComparison.OrdinalIgnoreCase));

    /// <summary><c>migrationBuilder.Sql("CREATE INDEX …")</c>.</summary>
    private static IEnumerable<string> Statements(CompiledProgram program) =>
        ProgramTexts.Of(program).Where(t => t.Contains(" INDEX ", StringComparison.OrdinalIgnoreCase) && t.Contains("CREATE ", StringComparison.OrdinalIgnoreCase));
}
