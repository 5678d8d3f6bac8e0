using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.EntryPoints;
using ScaleFitness.Model.Services;

namespace ScaleFitness.Model.Requests;

/// <summary>
/// Whether the client of a request chooses a value: traced back through calls, messages, fields, properties and
/// arithmetic to an endpoint's parameter or a property of a bound model, and whether anything on the way limits it.
/// </summary>
public sealed class RequestValues
{
    internal RequestValues(CodeModel code, CallIndex index, Dispatch dispatch, CallSites sites, ServiceGraph services, IReadOnlyList<EntryPoint> entryPoints)
    {
        Code = code;
        Dispatch = dispatch;
        Sites = sites;
        Inputs = new(code.Program, services, entryPoints);
        Limits = new(code);
        Compared = new(code, index);
    }

    internal CodeModel Code { get; }

    internal Dispatch Dispatch { get; }

    internal CallSites Sites { get; }

    internal BoundInputs Inputs { get; }

    internal DeclaredLimits Limits { get; }

    internal ComparedProperties Compared { get; }

    /// <summary>What the client chooses of a value, limited or not; empty where the program chooses it.</summary>
    public IReadOnlyList<ClientValue> Of(Value value) => new ClientTrace(this, heedsLimits: false).Run(value);

    /// <summary>What the client chooses of a value without an upper limit: comparisons that throw or assign, <c>Math.Min</c>, validation.</summary>
    public IReadOnlyList<ClientValue> Unlimited(Value value) => new ClientTrace(this, heedsLimits: true).Run(value);
}
