using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Composition;
using ScaleFitness.Model.EntryPoints;
using ScaleFitness.Model.Lifetimes;
using ScaleFitness.Model.Services;

namespace ScaleFitness.Model.Container;

/// <summary>A call that takes something from the root provider again and again, which keeps a part of it until the process ends.</summary>
/// <param name="Call">The call.</param>
/// <param name="Service">What it asks for.</param>
/// <param name="Kept">What the provider keeps of it: the first that is to be disposed of.</param>
/// <param name="IsOnRequest">Whether requests run it; otherwise rounds of background work.</param>
public sealed record RootResolution(Call Call, TypeRef Service, TypeRef Kept, bool IsOnRequest);

/// <summary>Finds what the root provider piles up.</summary>
public sealed class RootResolutions
{
    private readonly CodeModel _code;
    private readonly ServiceGraph _services;
    private readonly DependencyReader _dependencies;

    internal RootResolutions(CodeModel code, CallIndex index, ServiceGraph services, RootProviders roots, Reach reach, MakingFrequency frequency)
    {
        _code = code;
        _services = services;
        _dependencies = new(code, services.Constructions);
        var asked = index.Mentioning(Resolutions.IsRequest).Where(f => !f.Owner.IsGenerated && (reach.IsOnRequest(f) || reach.IsInBackground(f)))
            .SelectMany(f => code.BodyOf(f).Calls.Where(c => Resolutions.IsRequest(c.Method) && c.Subject is not null)).ToList();
        Asked = asked.Count;
        All =
        [
            .. asked.Select(c => (Call: c, Kept: Resolutions.Of(c, c.Function) is { } dependency ? KeptOf(dependency, []) : null))
                .Where(c => c.Kept is not null && frequency.Of(c.Call) != Frequency.Once && roots.IsRoot(c.Call.Subject!))
                .Select(c => new RootResolution(c.Call, Resolutions.Of(c.Call, c.Call.Function)!.Service, c.Kept!, reach.IsOnRequest(c.Call.Function))),
        ];
    }

    /// <summary>How often code at work asks a provider.</summary>
    public int Asked { get; }

    /// <summary>What was found, in the order of the code.</summary>
    public IReadOnlyList<RootResolution> All { get; }

    /// <summary>What of a new object the container will dispose of, itself or something transient that it is made with; null where nothing, or where it is not sure.</summary>
    private TypeRef? KeptOf(Dependency dependency, HashSet<ServiceRegistration> seen)
    {
        if (dependency.IsMade)
            return _dependencies.OfType(dependency.Service).Select(d => KeptOf(d, seen)).FirstOrDefault(k => k is not null);
        var answers = _services.Answering(dependency);
        if (answers.Count == 0 || answers.Any(a => a.Lifetime != Lifetime.Transient || a.Kind == RegistrationKind.HttpClient))
            return null;
        TypeRef? kept = null;
        foreach (var answer in answers)
        {
            if (!seen.Add(answer))
                continue;
            kept = IsDisposable(answer.Made) ? answer.Made : _dependencies.Of(answer, dependency.Service).Select(d => KeptOf(d, seen)).FirstOrDefault(k => k is not null);
            if (kept is null && !dependency.IsMany)
                return null;
        }

        return kept;
    }

    private bool IsDisposable(TypeRef type) =>
        _code.Program.Derives(type, "System.IDisposable") || _code.Program.Derives(type, "System.IAsyncDisposable") || _services.Constructions.Of(type) is { IsDisposable: true };
}
