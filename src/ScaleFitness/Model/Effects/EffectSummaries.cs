using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Flow;
using ScaleFitness.Code.Folding;

namespace ScaleFitness.Model.Effects;

/// <summary>Effects of functions with all they run: bottom-up over the call graph's components, each function once, when somebody asks.</summary>
internal sealed class EffectSummaries(CallGraph graph, Func<SourceFunction, IReadOnlyList<EffectSite>> own)
{
    private readonly Dictionary<SourceFunction, IReadOnlyList<EffectSite>> _known = [];

    public IReadOnlyList<EffectSite> Of(SourceFunction function)
    {
        lock (_known)
        {
            if (!_known.ContainsKey(function))
                foreach (var component in StronglyConnected.Components([function], Open))
                    Close(component);
            return _known[function];
        }
    }

    private IEnumerable<SourceFunction> Open(SourceFunction function) =>
        graph.TargetsOf(function).Where(t => !_known.ContainsKey(t));

    /// <summary>Callees come first, so that what a component calls outside itself is known.</summary>
    private void Close(List<SourceFunction> component)
    {
        var parts = component.Select(own).Where(p => p.Count > 0).ToList();
        var inherited = component.SelectMany(graph.TargetsOf).Distinct().Select(t => _known.GetValueOrDefault(t, [])).Where(p => p.Count > 0).Distinct().ToList();
        // Much of the code only hands on what one callee does.
        var effects = parts.Count == 0 && inherited.Count < 2 ? inherited.FirstOrDefault() ?? [] : parts.Concat(inherited).SelectMany(p => p).DistinctBy(s => s.Effect).ToArray();
        foreach (var function in component)
            _known[function] = effects;
    }
}
