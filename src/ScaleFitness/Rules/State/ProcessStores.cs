using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Findings;
using ScaleFitness.Model;
using ScaleFitness.Model.State;

namespace ScaleFitness.Rules.State;

/// <summary>Which stores live as long as the process: statics, what a static object holds, and variables of start-up code that endpoints capture.</summary>
internal sealed class ProcessStores(AppModel app)
{
    private readonly StoreMentions _mentions = new(app.Code, app.Types, type => app.LongLived.HeldByStatics.Contains(type.Reference.FullName), StoreShape.IsStore);

    /// <summary>Whether the function may change one, to be told without analysing it.</summary>
    public bool MayChange(SourceFunction function) => _mentions.MayChange(function);

    public bool Contains(StoreChange change)
    {
        var field = change.Store.Field;
        if (change.Store.IsCaptured)
            return IsCapturedFromStartUp(change);
        if (field.DeclaringType.IsCompilerGenerated || field.Attributes.Any(a => a.Type.FullName == StateSymbols.ThreadStatic))
            return false;
        if (!field.IsStatic && (!app.LongLived.HeldByStatics.Contains(field.DeclaringType.Reference.FullName) || change.Function.Owner.Definition.IsConstructor))
            return false;
        // A plain field that is replaced is no collection: another rule's.
        return change.Kind is not (ChangeKind.Replace or ChangeKind.Initialise) || StoreShape.IsStore(field.Type);
    }

    /// <summary>The declaration of a captured variable: its first write outside lambdas.</summary>
    public static Place DeclarationOf(AppModel app, FieldDefinition variable)
    {
        var home = Home(app, variable)!;
        var first = app.BodyOf(home).CapturedWrites.First(w => w.Variable == variable);
        return Places.Of(app, home, first.Position);
    }

    private bool IsCapturedFromStartUp(StoreChange change) =>
        Home(app, change.Store.Field) is { } home && home != change.Function
        && !app.Reach.IsOnRequest(home) && !app.Reach.IsInBackground(home) && app.Reach.IsAtStartUp(home);

    private static SourceFunction? Home(AppModel app, FieldDefinition variable) =>
        app.Code.Folded.ClosureWriters(variable).OrderBy(f => f.Kind).FirstOrDefault();
}
