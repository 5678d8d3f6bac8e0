using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Http;

/// <summary>A client of the factory, as code registers it.</summary>
public sealed class ClientRegistration
{
    internal ClientRegistration(Call call, IReadOnlyList<string>? names, IReadOnlyList<TypeRef> types)
    {
        Call = call;
        Names = names;
        Types = types;
    }

    /// <summary>The call that registers it.</summary>
    public Call Call { get; }

    /// <summary>Its names: several where a method registers whatever its callers name; null where they cannot be told.</summary>
    public IReadOnlyList<string>? Names { get; }

    /// <summary>The types that are made with it: service and implementation; empty for a named client.</summary>
    public IReadOnlyList<TypeRef> Types { get; }

    /// <summary>How it is armed, by its own registration.</summary>
    public Decoration Decoration { get; private set; }

    /// <summary>Whether it sheds what the defaults for all clients give it.</summary>
    public bool ShedsDefaults { get; private set; }

    /// <summary>What people call it.</summary>
    public string Name => Types.Count > 0 ? Types[0].DisplayName : Names is [var name, ..] ? name : "of a name that is not known";

    /// <summary>Whether a package's method, which cannot be looked into, configures it.</summary>
    public bool IsDoubtful { get; private set; }

    internal void Doubt() => IsDoubtful = true;

    /// <summary>Whether its own registration sets the time-out to never.</summary>
    public bool IsUnlimited { get; private set; }

    internal void Arm(Decoration decoration) => Decoration |= decoration;

    /// <summary>Whether its calls of gRPC may get a deadline where they say none.</summary>
    public bool MindsDeadlines { get; private set; }

    internal void MindDeadlines() => MindsDeadlines = true;

    internal void Unlimit() => IsUnlimited = true;

    internal void Shed() => ShedsDefaults = true;
}
