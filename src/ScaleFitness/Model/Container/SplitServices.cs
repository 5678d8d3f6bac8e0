using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Composition;
using ScaleFitness.Model.Services;
using ScaleFitness.Model.State;

namespace ScaleFitness.Model.Container;

/// <summary>Registrations of one implementation under several services, each of which makes an object of its own.</summary>
/// <param name="Implementation">What is made several times.</param>
/// <param name="Registrations">The registrations, in the container's order.</param>
/// <param name="State">A field that is changed after the object was made: what one is told, the others do not know. Null for a context, whose state is what it tracks.</param>
public sealed record SplitService(TypeDefinition Implementation, IReadOnlyList<ServiceRegistration> Registrations, FieldDefinition? State);

/// <summary>A registration that hands out another's object, which lives longer, and has it disposed of at the end of its own scope.</summary>
/// <param name="Forward">The registration.</param>
/// <param name="Target">The one whose object it hands out.</param>
public sealed record EarlyEnd(ServiceRegistration Forward, ServiceRegistration Target);

/// <summary>Finds implementations that stand behind several registrations.</summary>
public sealed class SplitServices
{
    /// <summary>Methods that a factory leaves the asking to are followed this far.</summary>
    private const int Depth = 3;

    private readonly CodeModel _code;
    private readonly ServiceGraph _services;
    private readonly StoreReader _stores;
    private readonly SlotReader _slots;

    internal SplitServices(CodeModel code, ServiceGraph services, Takers takers, StoreReader stores, SlotReader slots)
    {
        _code = code;
        _services = services;
        _stores = stores;
        _slots = slots;
        Doubles =
        [
            .. services.Registrations
                .Where(r => r is { Kind: RegistrationKind.Service or RegistrationKind.HostedService or RegistrationKind.DbContext, Lifetime: not Lifetime.Transient, Factory: null, HasOpaqueFactory: false, IsInstance: false, IsKeyed: false, IsDecorator: false })
                .Where(r => r.Implementation is { Arguments.IsEmpty: true } && (r.Kind == RegistrationKind.HostedService || takers.Take(r.Service)) && Answers(r))
                .GroupBy(r => r.Implementation!)
                .Where(g => g.DistinctBy(r => (r.Service, r.Kind)).Count() > 1)
                .Select(g => Of(g.Key, [.. g])).OfType<SplitService>(),
        ];
        Ended = [.. services.Registrations.Where(r => r is { Factory: not null, Lifetime: not Lifetime.Singleton }).Select(EndOf).OfType<EarlyEnd>()];
    }

    /// <summary>What is made more than once.</summary>
    public IReadOnlyList<SplitService> Doubles { get; }

    /// <summary>What is disposed of too early.</summary>
    public IReadOnlyList<EarlyEnd> Ended { get; }

    private SplitService? Of(TypeRef implementation, IReadOnlyList<ServiceRegistration> registrations)
    {
        if (_code.Program.Find(implementation) is not { IsExternal: false } type)
            return null;
        var state = StateOf(type);
        return state is not null || _code.Program.Derives(implementation, ServiceSymbols.DbContext) ? new(type, registrations, state) : null;
    }

    /// <summary>Whether the registration's object is the one that is taken: of several for one service, the last.</summary>
    private bool Answers(ServiceRegistration registration) =>
        registration.Kind == RegistrationKind.HostedService || _services.For(registration.Service).Where(r => !r.IsKeyed && ReferenceEquals(r.Service, registration.Service)).MaxBy(r => r.Order) is { } last && (!_services.IsComposed || ReferenceEquals(last, registration));

    private FieldDefinition? StateOf(TypeDefinition type)
    {
        for (var current = type; current is { IsExternal: false }; current = _code.Program.Find(current.BaseType))
            foreach (var function in current.Methods.Where(m => !m.IsStatic && !m.IsConstructor && m.Name is not ("Dispose" or "DisposeAsync")).Select(_code.Folded.FunctionOf).OfType<SourceFunction>().SelectMany(f => f.Owner.Functions).Distinct())
            {
                var field = _slots.In(function).Where(w => !w.IsFirst && !StoreShape.IsStore(w.Field.Type)).Select(w => w.Field)
                    .Concat(_stores.In(function).Where(c => !c.Store.IsCaptured && c.Kind is ChangeKind.Add or ChangeKind.Element or ChangeKind.Replace && StoreShape.IsStore(c.Store.Field.Type)).Select(c => c.Store.Field))
                    .FirstOrDefault(f => !f.IsStatic && f.DeclaringType == current);
                if (field is not null)
                    return field;
            }

        return null;
    }

    /// <summary>A factory that only hands on what it asks for: the scope takes the object for its own.</summary>
    private EarlyEnd? EndOf(ServiceRegistration registration)
    {
        if (HandedOn(registration.Factory!, 0, 0) is not { IsMade: false, IsMany: false } asked)
            return null;
        var answers = _services.Answering(asked);
        return answers.Count > 0 && answers.All(a => a.Lifetime == Lifetime.Singleton && Ends(a)) ? new(registration, answers[0]) : null;
    }

    /// <summary>What a function asks its provider for and returns, and nothing else.</summary>
    private Dependency? HandedOn(SourceFunction function, int provider, int depth)
    {
        if (_code.BodyOf(function).Returns.SelectMany(ValueWalk.Origins).ToList() is not [CallValue { Call: var call }])
            return null;
        if (Resolutions.IsRequest(call.Method))
            return call.Subject is { } subject && IsProvider(subject, function, provider) ? Resolutions.Of(call, function) : null;
        if (depth == Depth || _code.FunctionOf(call.Method) is not { } callee)
            return null;
        for (var i = 0; i < call.Arguments.Count; i++)
            if (IsProvider(call.Arguments[i], function, provider))
                return HandedOn(callee, i, depth + 1);
        return null;
    }

    private static bool IsProvider(Value value, SourceFunction function, int position) =>
        ValueWalk.Origins(value).All(o => o is ArgumentValue argument && argument.Function == function && argument.Position == position);

    /// <summary>Whether disposing of the object does something.</summary>
    private bool Ends(ServiceRegistration registration)
    {
        if (!_code.Program.Derives(registration.Made, "System.IDisposable") && !_code.Program.Derives(registration.Made, "System.IAsyncDisposable"))
            return _services.Constructions.Of(registration.Made) is { IsDisposable: true };
        if (_code.Program.Find(registration.Made) is not { IsExternal: false, IsInterface: false } type)
            return true;
        for (var current = type; current is { IsExternal: false }; current = _code.Program.Find(current.BaseType))
            foreach (var method in current.Methods)
                if (method.Name is "Dispose" or "DisposeAsync" or "System.IDisposable.Dispose" or "System.IAsyncDisposable.DisposeAsync" && _code.Folded.FunctionOf(method) is { } function && Does(function))
                    return true;
        return false;
    }

    private bool Does(SourceFunction function) =>
        _code.BodyOf(function) is var body && (body.FieldWrites.Count > 0 || body.Calls.Any(c => c.Method.Name is not ("SuppressFinalize" or "get_CompletedTask") && !c.IsConstruction));
}
