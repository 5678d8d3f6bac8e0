using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model;
using ScaleFitness.Model.Composition;
using ScaleFitness.Model.Services;
using ScaleFitness.Model.State;

namespace ScaleFitness.Rules.State;

/// <summary>A collection of the framework that the container hands out as it is, with the calls on requests that change it.</summary>
/// <param name="Registration">Where it is registered.</param>
/// <param name="Changes">The calls.</param>
internal sealed record RegisteredCollection(ServiceRegistration Registration, IReadOnlyList<Call> Changes);

/// <summary>Finds singletons that are nothing but a collection: <c>AddSingleton(new Dictionary&lt;string, Basket&gt;())</c>.</summary>
internal static class RegisteredCollections
{
    public static IReadOnlyList<RegisteredCollection> Of(AppModel app)
    {
        var registered = app.Services.Registrations
            .Where(r => r.Lifetime == Lifetime.Singleton && StoreMethods.IsCollection(r.Service) && !app.JobQueues.All.Any(q => q.Making == r.Call || IsMadeFor(q.Making, r)))
            .DistinctBy(r => (r.Service, r.IsKeyed, r.Key)).ToList();
        if (registered.Count == 0)
            return [];
        var changes = app.Reach.OnRequests.Where(f => !f.Owner.IsGenerated).SelectMany(f => app.BodyOf(f).Calls).Where(c => StoreMethods.ChangeOf(c) is not null).ToList();
        return
        [
            .. registered.Select(r => new RegisteredCollection(r, [.. changes.Where(c => c.Subject is { } subject && IsInjected(app, subject, r.Service))]))
                .Where(r => r.Changes.Count > 0 && !StoreShape.IsBounded(app.Code.Program, r.Registration.Service, r.Changes.Select(c => (StoreMethods.ChangeOf(c)!.Value, StoreMethods.KeyOf(c))), app.BoundedTexts)),
        ];
    }

    /// <summary>A queue of jobs has a rule of its own.</summary>
    private static bool IsMadeFor(Call making, ServiceRegistration registration) =>
        registration.Call is { } call && call.Arguments.Any(a => ValueWalk.Origins(a).Contains(making.Result));

    /// <summary>A parameter that the container fills, a field that holds one, or what the container is asked for. A singleton's own field is that singleton's state.</summary>
    private static bool IsInjected(AppModel app, Value subject, TypeRef service) => ValueWalk.Origins(subject).Any(o => o.Type == service && o switch
    {
        ArgumentValue { IsThis: false } argument => app.Reach.EntryAt(argument.Function) is not null || argument.Function.Method.IsConstructor,
        FieldValue { Definition: { } field } => app.LongLived.Of(field.DeclaringType) is null && app.CallSites.WritesTo(field) is [_, ..] writes && writes.All(w => IsConstructors(w)),
        CallValue { Call.Method.Name: "GetRequiredService" or "GetService" or "GetRequiredKeyedService" or "GetKeyedService" } => true,
        _ => false,
    });

    private static bool IsConstructors(FieldWrite write) =>
        ValueWalk.Origins(write.Value) is [ArgumentValue { IsThis: false, Function.Method.IsConstructor: true }];
}
