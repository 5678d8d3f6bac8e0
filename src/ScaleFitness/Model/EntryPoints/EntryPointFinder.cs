using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Composition;
using ScaleFitness.Model.Services;

namespace ScaleFitness.Model.EntryPoints;

/// <summary>Finds every entry point: by convention in the types, by mapping calls in the code.</summary>
internal static class EntryPointFinder
{
    public static IReadOnlyList<EntryPoint> Find(CodeModel code, IEnumerable<Call> calls, ServiceGraph services)
    {
        var result = new List<EntryPoint>();
        var browser = BrowserCode.Assemblies(code.Program);
        var starts = new List<EntryPoint>();
        foreach (var assembly in code.Program.Assemblies)
            if (!browser.Contains(assembly.Name))
                starts.AddRange(StartUp.Of(assembly, code));
        var found = code.Program.Types
            .Where(type => !type.IsGeneratedCode && !type.IsCompilerGenerated && !browser.Contains(type.Assembly))
            .SelectMany(type => Conventions.EntryPointsOf(type, code.Program).Select(e => (Type: type, e.Kind, e.Method, IsRegistered: Conventions.NeedsRegistration(type, e.Kind, code.Program))))
            .Where(e => e.Kind != EntryPointKind.HostedService || MayBeHosted(e.Type, services))
            .ToList();
        var wired = new WiredTypes(code.Program, found.Where(e => !e.IsRegistered).Select(e => e.Method).Concat(starts.Select(e => e.Function.Owner.Definition)));
        foreach (var (type, kind, method, isRegistered) in found)
            if ((!isRegistered || services.Scanning || services.IsComposed && services.LifetimeOf(type) is not null || wired.Contains(type)) && code.Folded.FunctionOf(method) is { } function)
                result.Add(new(kind, function, type, null, Description(type, method)));
        foreach (var call in calls)
            result.AddRange(MappedEntryPoints.Of(call, code));
        foreach (var registration in services.Registrations)
            if (registration is { Factory: { } factory, Lifetime: not Lifetime.Singleton })
                result.Add(new(EntryPointKind.Factory, factory, null, registration.Call, $"factory of {registration.Service.DisplayName}"));
        result.AddRange(starts);
        return [.. result.DistinctBy(e => (e.Kind, e.Function, e.Type))];
    }

    /// <summary>The host runs the hosted services that it has, and no others.</summary>
    private static bool MayBeHosted(TypeDefinition type, ServiceGraph services) =>
        !services.IsComposed || services.Scanning || services.LifetimeOf(type) is not null || services.Registrations.Any(r => r is { Kind: RegistrationKind.HostedService, Factory: not null, Implementation: null });

    private static string Description(TypeDefinition type, MethodDefinition method) =>
        $"{type.DisplayName[(type.DisplayName.LastIndexOf('.') + 1)..]}.{method.Name}";
}
