using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Composition;
using ScaleFitness.Model.EntryPoints;
using ScaleFitness.Model.Services;

namespace ScaleFitness.Model.Lifetimes;

/// <summary>Who takes a service: a transient that only singletons take is made as often as they are.</summary>
internal sealed class Consumers
{
    private readonly ServiceGraph _services;
    private readonly HashSet<string> _bySingletons = new(StringComparer.Ordinal);
    private readonly HashSet<string> _byOthers = new(StringComparer.Ordinal);

    public Consumers(CodeModel code, CallIndex index, ServiceGraph services, IReadOnlyList<EntryPoint> entryPoints)
    {
        _services = services;
        foreach (var type in code.Program.Types.Where(t => t.IsConcrete))
        {
            var takes = services.LifetimeOf(type) == Lifetime.Singleton ? _bySingletons : _byOthers;
            foreach (var parameter in type.Methods.Where(m => m.Name == ".ctor").SelectMany(m => m.Parameters))
                Add(takes, parameter.Type);
        }

        foreach (var parameter in entryPoints.SelectMany(e => e.Function.Method.Parameters))
            Add(_byOthers, parameter.Type);
        // Asked for by hand: when, the name of the call does not say.
        foreach (var call in index.Mentioning(IsRequest).SelectMany(f => code.BodyOf(f).Calls).Where(c => IsRequest(c.Method.Name)))
            foreach (var type in call.Method.TypeArguments.Concat(call.Arguments.SelectMany(ValueWalk.Origins).OfType<CallValue>().SelectMany(v => v.Call.Arguments).OfType<SymbolValue>().Select(s => s.Symbol).OfType<TypeRef>()))
                Add(_byOthers, type);
    }

    /// <summary>Whether singletons take the service, and nobody else does.</summary>
    public bool AreSingletons(TypeDefinition implementation)
    {
        var names = _services.Registrations.Where(r => r.Implementation?.FullName == implementation.Reference.FullName).Select(r => r.Service.FullName).Append(implementation.Reference.FullName).ToList();
        return names.Any(_bySingletons.Contains) && !names.Any(_byOthers.Contains);
    }

    private static bool IsRequest(string name) => name is "GetService" or "GetRequiredService" or "GetServices" or "GetKeyedService" or "GetRequiredKeyedService" or "CreateInstance" or "GetServiceOrCreateInstance";

    /// <summary>Also what <c>IEnumerable&lt;T&gt;</c>, <c>Func&lt;T&gt;</c> or <c>Lazy&lt;T&gt;</c> brings.</summary>
    private static void Add(HashSet<string> names, TypeRef type)
    {
        names.Add(type.FullName);
        foreach (var argument in type.Arguments)
            Add(names, argument);
    }
}
