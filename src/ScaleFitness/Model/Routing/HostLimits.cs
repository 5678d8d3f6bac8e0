using ScaleFitness.Code.Calls;
using ScaleFitness.Model.Composition;

namespace ScaleFitness.Model.Routing;

/// <summary>What limits an endpoint of the composed app, by its metadata and by the pipeline.</summary>
internal sealed class HostLimits
{
    private const string FrameworksLimiter = "Microsoft.AspNetCore.RateLimiting";

    private readonly CodeModel _code;
    private readonly bool _isGlobal;
    private readonly bool _mayLimitOtherwise;

    /// <summary>Makes it.</summary>
    /// <param name="code">The code.</param>
    /// <param name="host">The host.</param>
    /// <param name="global">What code shows of limits that no endpoint has to ask for.</param>
    /// <param name="mayLimitOtherwise">Whether endpoints are limited by ways that leave nothing in their metadata.</param>
    public HostLimits(CodeModel code, ComposedHost host, GlobalLimits global, bool mayLimitOtherwise)
    {
        _code = code;
        _mayLimitOtherwise = mayLimitOtherwise;
        var isGateway = host.AllMiddleware.Count > 0
            ? host.AllMiddleware.Any(m => m.Namespace != FrameworksLimiter && RateLimitAttributes.IsLimit(HostSymbols.TypeOf(code, m)))
            : global.IsGateway;
        _isGlobal = host.RateLimits is { IsGlobal: true } || isGateway || global.IsOwn;
    }

    /// <summary>What limits one.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="mapping">What code says of it, or null.</param>
    public Limit Of(ComposedEndpoint endpoint, Endpoint? mapping)
    {
        if (endpoint.IsLimitDisabled)
            return Limit.Disabled;
        if (_isGlobal || endpoint.LimitPolicy is not null || endpoint.Metadata.Any(m => RateLimitAttributes.IsLimit(HostSymbols.TypeOf(_code, m))))
            return Limit.Limited;
        return _mayLimitOtherwise && mapping is { Limit: Limit.Limited } ? Limit.Limited : Limit.None;
    }
}
