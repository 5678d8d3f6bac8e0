using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Findings;
using ScaleFitness.Model;
using ScaleFitness.Model.Lifetimes;
using ScaleFitness.Model.State;

namespace ScaleFitness.Rules.State;

/// <summary>A field of the process that holds one thing and is changed at work.</summary>
/// <param name="Field">The field.</param>
/// <param name="Writes">The writes that count, those on requests first.</param>
/// <param name="IsCopy">Whether each instance refreshes it for itself from the same source: it may be stale, but nobody told one instance what the others do not know.</param>
internal sealed record ChangedSlot(FieldDefinition Field, IReadOnlyList<SlotWrite> Writes, bool IsCopy)
{
    /// <summary>The write to show.</summary>
    public SlotWrite First => Writes[0];

    /// <summary>The other places that change it.</summary>
    public IReadOnlyList<Place> Related(AppModel app) =>
        [.. Writes.Skip(1).Select(w => Places.Of(app, w.Function, w.Position, "changed here too")).Distinct()];
}

/// <summary>Finds fields that hold one thing, a number, a flag, the last of something, and that requests or rounds of background work change.</summary>
internal sealed class ChangedSlots(AppModel app)
{
    public IEnumerable<ChangedSlot> Of(Func<FieldDefinition, bool> fields) =>
        app.Reach.AtWork.Where(f => !f.Owner.IsGenerated && app.Frequency.Of(f) != Frequency.Once)
            .SelectMany(app.Slots.In)
            .Where(w => IsSlot(w.Field) && fields(w.Field) && !IsOwnersLife(w))
            .GroupBy(w => w.Field)
            .Select(g => Judge(g.Key, [.. g]))
            .OfType<ChangedSlot>();

    private ChangedSlot? Judge(FieldDefinition field, IReadOnlyList<SlotWrite> writes)
    {
        // What is set where nothing was each process sets for itself; what is taken back is a flag.
        var counted = writes.Where(w => !w.IsFirst).ToList();
        if (counted.Count == 0 || IsObserved(field))
            return null;
        var isCopy = counted.All(w => app.ValueSources.Of(w) == ValueSource.Fetched);
        return new(field, [.. counted.OrderByDescending(w => app.Reach.IsOnRequest(w.Function))], isCopy);
    }

    private bool IsSlot(FieldDefinition field) =>
        !field.DeclaringType.IsCompilerGenerated && !StoreShape.IsStore(field.Type)
        && !field.Attributes.Any(a => a.Type.FullName == StateSymbols.ThreadStatic)
        && !app.Code.Program.Derives(field.DeclaringType.Reference, StateSymbols.EventSource)
        && !(app.Code.Program.Find(field.Type) is { } type && type.Traits.HasFlag(TypeTraits.Delegate));

    /// <summary>Writes that belong to the making and the end of the object.</summary>
    private static bool IsOwnersLife(SlotWrite write) =>
        write.Function.Owner.Definition is { } method && method.DeclaringType == write.Field.DeclaringType
        && (method.IsConstructor || method.Name is "Dispose" or "DisposeAsync" or "DisposeAsyncCore" or "Finalize");

    /// <summary>A gauge of <c>System.Diagnostics.Metrics</c> reads it: what each instance counts, the metrics' store adds up.</summary>
    private bool IsObserved(FieldDefinition field) => app.Index.Mentioning(field.Name).Any(IsGauge)
        || field.Property?.Getter is { } getter && app.Index.Mentioning(getter.Name).Any(IsGauge);

    private bool IsGauge(SourceFunction function) => app.CallSites.Given(function).Any(c => c.Method.Name.StartsWith("CreateObservable", StringComparison.Ordinal));
}
