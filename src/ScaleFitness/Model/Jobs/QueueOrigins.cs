using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Composition;
using ScaleFitness.Model.Services;
using ScaleFitness.Model.Tracing;

namespace ScaleFitness.Model.Jobs;

/// <summary>Which queue a call works on: the construction or registration that it comes from, through fields, arguments, ends of channels and the container.</summary>
internal sealed class QueueOrigins(CodeModel code, Provenance provenance, ServiceGraph services)
{
    /// <summary>The calls that make the queue, or register it where the container makes it.</summary>
    public IReadOnlyList<Call> Of(Value queue)
    {
        var result = new List<Call>();
        Collect(queue, result, []);
        return result;
    }

    private void Collect(Value value, List<Call> result, HashSet<ServiceRegistration> seen)
    {
        foreach (var origin in provenance.Of(value, Whole))
        {
            if (origin is NewValue { Call: var made } && QueueMethods.IsQueue(made.Method.DeclaringType) || origin is CallValue { Call: var created } && Creates(made = created))
            {
                if (!result.Contains(made))
                    result.Add(made);
                continue;
            }

            var asked = origin is CallValue { Call.Method: { Name: "GetRequiredService" or "GetService", TypeArguments: [var service] } } ? service : origin is ArgumentValue ? origin.Type : null;
            if (QueueMethods.IsQueue(asked))
                foreach (var registration in services.For(asked!).Where(r => ReferenceEquals(r.Service, asked) && r.Lifetime == Lifetime.Singleton))
                    if (seen.Add(registration))
                        Collect(registration, result, seen);
        }
    }

    private void Collect(ServiceRegistration registration, List<Call> result, HashSet<ServiceRegistration> seen)
    {
        if (registration.Factory is { } factory)
            foreach (var returned in code.BodyOf(factory).Returns)
                Collect(returned, result, seen);
        else if (registration is { IsInstance: true, Call: { } given })
            Collect(given.Arguments[^1], result, seen);
        else if (registration.Call is { } call && !result.Contains(call))
            result.Add(call);
    }

    private static bool Creates(Call call) => call.Method.DeclaringType.FullName == "System.Threading.Channels.Channel" && call.Method.Name.StartsWith("Create", StringComparison.Ordinal);

    /// <summary>An end of a channel stands for the channel, a view of a queue for the queue.</summary>
    private static Value? Whole(Call call) =>
        call.Method.Name is "get_Writer" or "get_Reader" && call.Method.DeclaringType.FullName is JobSymbols.Channel or JobSymbols.ChannelPair ? call.Receiver
        : call.Method.Name == "op_Implicit" && call.Method.DeclaringType.FullName is JobSymbols.Channel or JobSymbols.ChannelPair ? call.Arguments[0]
        : null;
}
