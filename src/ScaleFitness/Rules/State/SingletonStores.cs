using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model;
using ScaleFitness.Model.EntryPoints;
using ScaleFitness.Model.Lifetimes;
using ScaleFitness.Model.State;

namespace ScaleFitness.Rules.State;

/// <summary>Which changes of collections and caches are changes of a singleton's own state.</summary>
internal sealed class SingletonStores(AppModel app)
{
    /// <summary>Changes by requests and messages. What a hosted service's loop changes is its working memory, or a copy that it refreshes.</summary>
    public IEnumerable<IGrouping<FieldDefinition, StoreChange>> Changed() =>
        app.Reach.AtWork.Where(f => !f.Owner.IsGenerated && (app.Reach.IsOnRequest(f) || IsMessages(f)))
            .SelectMany(app.Stores.In)
            .Where(IsOwn)
            .GroupBy(c => c.Store.Field);

    /// <summary>Whether messages run it, and requests do not.</summary>
    public bool IsMessages(SourceFunction function) =>
        !app.Reach.IsOnRequest(function) && app.Reach.PathTo(function) is [var first, ..] && app.Reach.EntryAt(first.Function)?.Kind == EntryPointKind.Consumer;

    private bool IsOwn(StoreChange change)
    {
        var field = change.Store.Field;
        if (change.Store.IsCaptured || field.IsStatic || change.Kind is ChangeKind.Replace or ChangeKind.Initialise && !StoreShape.IsStore(field.Type))
            return false;
        if (change.Function.Owner.Definition is { IsConstructor: true } constructor && constructor.DeclaringType == field.DeclaringType)
            return false;
        return app.LongLived.Of(field.DeclaringType) is { Kind: not LongLifeKind.Static } && !(StoreShape.IsCache(field.Type) && !IsMadeHere(field));
    }

    /// <summary>A cache that is handed in is the container's, and other rules' business.</summary>
    private bool IsMadeHere(FieldDefinition field) =>
        app.CallSites.WritesTo(field).SelectMany(w => ValueWalk.Origins(w.Value)).Any(o => o is NewValue);

    /// <summary>A pool by name and by use: what is put in is taken out again, and something counts.</summary>
    public bool IsPool(FieldDefinition field, IReadOnlyCollection<StoreChange> changes)
    {
        var type = field.DeclaringType;
        if (app.Code.Program.Derives(type.Reference, StateSymbols.Pool))
            return true;
        if (!type.Reference.Name.Contains("Pool", StringComparison.Ordinal) && !field.SourceName.Contains("pool", StringComparison.OrdinalIgnoreCase))
            return false;
        return changes.Any(c => c.Kind == ChangeKind.Add) && changes.Any(c => c.Kind == ChangeKind.Remove)
            && (type.Fields.Any(f => f.Type.FullName == StateSymbols.SemaphoreSlim || f.Type.Name == "BlockingCollection`1")
                || changes.Any(c => app.BodyOf(c.Function).Calls.Any(call => call.Method.Name is "get_Count" or "get_Length") || app.Slots.In(c.Function).Any(w => w.Field.DeclaringType == type)));
    }
}
