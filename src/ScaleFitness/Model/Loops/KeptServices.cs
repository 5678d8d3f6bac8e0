using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.EntryPoints;

namespace ScaleFitness.Model.Loops;

/// <summary>Tells sequences of services, of which there are as many as the program registers, wherever an object keeps them.</summary>
internal sealed class KeptServices(CodeModel code, Dispatch dispatch, Reach reach, CallSites sites)
{
    /// <summary>Steps back past this number are more than a person would follow.</summary>
    private const int StepLimit = 6;

    /// <summary>Services that the container has, all of them.</summary>
    public bool Are(TypeRef? type) =>
        type is { FullName: "System.Collections.Generic.IEnumerable`1", SoleArgument: { } element } && code.Program.Find(element) is { IsInterface: true };

    /// <summary>Services that only the start-up hands in: an app that finds its parts itself.</summary>
    public bool AreSetUp(ArgumentValue argument, IReadOnlyList<Call> passed) =>
        Are(argument.Type) && passed.Count > 0 && passed.All(c => reach.IsAtStartUp(c.Function) && !reach.IsOnRequest(c.Function) && !reach.IsInBackground(c.Function));

    /// <summary>Whether a property hands out services that its object was made with.</summary>
    public bool AreHandedOut(Call call) =>
        call.Method.Name.StartsWith("get_", StringComparison.Ordinal) && call.Arguments.Count == 0 && IsOfInterfaces(call.Method.ReturnType)
        && dispatch.Targets(call) is { Count: > 0 } targets && targets.All(t => code.BodyOf(t).Returns is { Count: > 0 } returns && returns.All(r => AreKept(r, 0)));

    /// <summary>What the container could not have made is not looked into.</summary>
    private bool IsOfInterfaces(TypeRef type) => code.Program.Find(type.Element ?? type.SoleArgument) is { IsInterface: true };

    private bool AreKept(Value value, int steps) => steps < StepLimit && ValueWalk.Origins(value).All(o => o switch
    {
        FieldValue { Definition: { } field } => sites.WritesTo(field) is { Count: > 0 } writes && writes.All(w => AreKept(w.Value, steps + 1)),
        CallValue { Call: var call } => LibrarySizes.SourceOf(call) is { } source && AreKept(source, steps + 1),
        ArgumentValue argument => argument.Function.Method.IsConstructor && Are(argument.Type) && sites.Of(argument.Function).Count == 0,
        _ => false,
    });
}
