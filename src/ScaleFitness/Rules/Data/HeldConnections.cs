using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Model;
using ScaleFitness.Model.Connections;
using ScaleFitness.Rules.State;

namespace ScaleFitness.Rules.Data;

/// <summary>Connections in fields of what lives as long as the process.</summary>
internal sealed class HeldConnections(AppModel app)
{
    public IEnumerable<(FieldDefinition Field, string Why)> All =>
        app.Code.Program.Types.Any(t => t.Fields.Any(f => IsConnection(f.Type)))
            ? new LongLivedFields(app).All().Where(f => IsConnection(f.Field.Type) && app.CallSites.WritesTo(f.Field).Any(w => w.Value is not Code.Values.ConstantValue) && !Listens(f.Field.DeclaringType)).DistinctBy(f => f.Field)
            : [];

    private bool IsConnection(TypeRef type) => type.FullName == ConnectionSymbols.DbConnectionInterface || app.Code.Program.Derives(type, ConnectionSymbols.DbConnection);

    /// <summary>LISTEN/NOTIFY takes a connection of its own.</summary>
    private bool Listens(TypeDefinition type) =>
        type.Methods.Select(app.Code.Folded.FunctionOf).OfType<SourceFunction>().SelectMany(f => f.Owner.Functions).Distinct()
            .SelectMany(f => app.BodyOf(f).Calls)
            .Any(c => c.Method.Name is "Wait" or "WaitAsync" or "add_Notification" && app.Code.Program.Derives(c.Method.DeclaringType, ConnectionSymbols.DbConnection));
}
