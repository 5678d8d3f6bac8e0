using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Composition;
using ScaleFitness.Model.Routing;
using ScaleFitness.Model.Sharing;

namespace ScaleFitness.Model.Limits;

/// <summary>A place that asks for a policy by its name.</summary>
/// <param name="Policy">The name.</param>
/// <param name="Function">The function it stands in, or stands on.</param>
/// <param name="Position">Where; null: at the function's first statement.</param>
/// <param name="What">The endpoint, or what carries the attribute, as people name it.</param>
public sealed record PolicyRequest(string Policy, SourceFunction Function, SourcePosition? Position, string What);

/// <summary>Who asks for policies: endpoints of the composed host, or else attributes and conventions in code.</summary>
public sealed class PolicyRequests
{
    private readonly CodeModel _code;

    internal PolicyRequests(CodeModel code, SetupCalls setup, PolicyRegistrations names, ComposedHost? host, IReadOnlyList<Endpoint> endpoints)
    {
        _code = code;
        ByName = host is { IsComplete: true }
            ? [.. endpoints.Where(e => e.Composed is { LimitPolicy.Length: > 0, IsLimitDisabled: false }).Select(e => new PolicyRequest(e.Composed!.LimitPolicy!, e.Function, e.Position, e.Name))]
            : [.. InCode(setup, names)];
        Any = ByName.Count > 0 || endpoints.Any(e => e.Composed is { LimitPolicy: not null, IsLimitDisabled: false })
            || setup.Find(n => n == "RequireRateLimiting", m => m.Is(LimitSymbols.Conventions)).Count > 0;
    }

    /// <summary>The places, in the order of the endpoints or of the code.</summary>
    public IReadOnlyList<PolicyRequest> ByName { get; }

    /// <summary>Whether anything asks for a policy, named or not.</summary>
    public bool Any { get; }

    private IEnumerable<PolicyRequest> InCode(SetupCalls setup, PolicyRegistrations names)
    {
        foreach (var call in setup.Find(n => n == "RequireRateLimiting", m => m.Is(LimitSymbols.Conventions)))
            if (call.Arguments is [_, var name] && names.NameOf(name) is { } policy)
                yield return new(policy, call.Function, call.Position, "an endpoint");
        foreach (var type in _code.Program.Types.Where(t => !t.IsGeneratedCode))
        {
            if (NamedBy(type.Attributes) is { } ofType && type.Methods.Where(m => m.IsPublic && !m.IsConstructor).Select(_code.Folded.FunctionOf).OfType<SourceFunction>().FirstOrDefault() is { } first)
                yield return new(ofType, first, null, type.DisplayName);
            foreach (var method in type.Methods)
                if (NamedBy(method.Attributes) is { } ofMethod && _code.Folded.FunctionOf(method) is { } function)
                    yield return new(ofMethod, function, null, function.Owner.DisplayName);
        }
    }

    private static string? NamedBy(IEnumerable<AttributeData> attributes) =>
        attributes.FirstOrDefault(a => a.Type.FullName == RoutingSymbols.EnableRateLimiting)?.Arguments is [string name] ? name : null;
}
