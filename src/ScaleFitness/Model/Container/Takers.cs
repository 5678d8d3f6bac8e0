using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.EntryPoints;
using ScaleFitness.Model.Services;

namespace ScaleFitness.Model.Container;

/// <summary>Which services the app's code takes: as parameters of constructors and entry points, or asked for by hand.</summary>
public sealed class Takers
{
    /// <summary>Whoever takes one of these may take all registrations of what is in it.</summary>
    private static readonly HashSet<string> Sequences = new(StringComparer.Ordinal)
    {
        ServiceSymbols.Enumerable, "System.Collections.Generic.IReadOnlyList`1", "System.Collections.Generic.IReadOnlyCollection`1", "System.Collections.Generic.IList`1",
        "System.Collections.Generic.ICollection`1", "System.Collections.Generic.List`1",
    };

    private readonly HashSet<string> _one = new(StringComparer.Ordinal);
    private readonly HashSet<string> _many = new(StringComparer.Ordinal);

    internal Takers(CodeModel code, CallIndex index, IEnumerable<EntryPoint> entryPoints)
    {
        foreach (var parameter in code.Program.Types.SelectMany(t => t.Methods).Where(m => m.Name == ".ctor").SelectMany(m => m.Parameters))
            Add(parameter.Type);
        foreach (var parameter in entryPoints.SelectMany(e => e.Function.Method.Parameters))
            Add(parameter.Type);
        foreach (var function in index.Mentioning(Resolutions.IsRequest))
            foreach (var call in code.BodyOf(function).Calls)
                if (Resolutions.IsRequest(call.Method))
                    Add(call, function);
    }

    /// <summary>Whether somewhere a type is asked for that is not in the code, so that any service may be taken.</summary>
    public bool AskForAnything { get; private set; }

    /// <summary>Whether somebody takes the service, alone or with its like.</summary>
    public bool Take(TypeRef service) => _one.Contains(service.FullName) || _many.Contains(service.FullName);

    /// <summary>Whether somebody takes all registrations of the service.</summary>
    public bool TakeMany(TypeRef service) => _many.Contains(service.FullName);

    private void Add(Call call, SourceFunction function)
    {
        if (Resolutions.Of(call, function) is not { } asked)
            AskForAnything = true;
        else if (asked.IsMany)
            _many.Add(asked.Service.FullName);
        else
            Add(asked.Service);
    }

    /// <summary>Also what <c>Func&lt;T&gt;</c> and <c>Lazy&lt;T&gt;</c> bring.</summary>
    private void Add(TypeRef type)
    {
        if (type.Element is { } element)
            _many.Add(element.FullName);
        _one.Add(type.FullName);
        foreach (var argument in type.Arguments)
        {
            if (Sequences.Contains(type.FullName))
                _many.Add(argument.FullName);
            Add(argument);
        }
    }
}
