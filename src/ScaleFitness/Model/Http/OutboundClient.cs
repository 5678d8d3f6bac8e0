using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Http;

/// <summary>A client that the app at work sends with.</summary>
public sealed class OutboundClient
{
    private readonly List<ClientUse> _uses = [];
    private readonly List<Call> _origins;

    internal OutboundClient(string name, string display, Decoration decoration, Call origin)
    {
        Name = name;
        Display = display;
        Decoration = decoration;
        _origins = [origin];
    }

    /// <summary>Its name: of the registration, or of the type that code makes.</summary>
    public string Name { get; }

    /// <summary>What people call it in a sentence.</summary>
    public string Display { get; }

    /// <summary>How it is armed itself, whoever uses it.</summary>
    public Decoration Decoration { get; private set; }

    /// <summary>Whether its time-out is set to never.</summary>
    public bool IsUnlimited { get; internal set; }

    /// <summary>Whether it speaks gRPC: its calls have deadlines, and the client's time-out does not count.</summary>
    public bool IsGrpc { get; internal init; }

    /// <summary>Whether its calls of gRPC may get a deadline where they say none.</summary>
    public bool MindsDeadlines { get; internal init; }

    /// <summary>Whether the composed app told how it is armed.</summary>
    public bool IsKnown { get; internal init; }

    /// <summary>Where it comes from: its registration, what makes it, or the calls that ask the factory for one that nobody registered.</summary>
    public IReadOnlyList<Call> Origins => _origins;

    /// <summary>Where it is used.</summary>
    public IReadOnlyList<ClientUse> Uses => _uses;

    /// <summary>Whether a package may arm it where we do not see it.</summary>
    public bool IsDoubtful { get; internal set; }

    internal void Arm(Decoration decoration) => Decoration |= decoration;

    internal void Add(ClientUse use) => _uses.Add(use);

    internal void AddOrigin(Call call)
    {
        if (!_origins.Contains(call))
            _origins.Add(call);
    }
}

/// <summary>A call that sends.</summary>
/// <param name="Call">The call.</param>
/// <param name="OnRequest">Whether a request runs it; otherwise background work does.</param>
/// <param name="Around">What stands around the call: a pipeline that a caller runs, a token that gives up.</param>
/// <param name="Pipelines">Where the pipelines are built that stand around it, as far as code shows.</param>
public sealed record ClientUse(Call Call, bool OnRequest, Decoration Around, IReadOnlyList<Call> Pipelines);
