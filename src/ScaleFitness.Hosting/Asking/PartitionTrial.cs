using System.Reflection;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ScaleFitness.Model.Composition;

namespace ScaleFitness.Hosting.Asking;

/// <summary>
/// Asks a limiter how it counts: its partitioner is given callers that differ in one fact each, and no request is served.
/// Whichever fact changes the key is one that callers are counted apart by.
/// </summary>
/// <param name="provider">The host's services.</param>
/// <param name="partitionOf">The partitioner: what it returns is a <see cref="RateLimitPartition{TKey}"/> of some key.</param>
internal sealed class PartitionTrial(IServiceProvider provider, Func<HttpContext, object?> partitionOf)
{
    /// <summary>The framework wraps the keys of policies in a type of its own.</summary>
    private const string WrappedKey = "Microsoft.AspNetCore.RateLimiting.DefaultKeyType";

    private bool _isSilent;

    /// <summary>Of a caller who signed in and one who did not, each with all that is asked for and with none of it.</summary>
    public IReadOnlyList<(bool IsKnown, bool IsFull, Partitioned? Answer, string? Failure)> Run() =>
        [.. from isKnown in new[] { true, false } from isFull in new[] { true, false } select Ask(isKnown, isFull)];

    private (bool IsKnown, bool IsFull, Partitioned? Answer, string? Failure) Ask(bool isKnown, bool isFull)
    {
        string? failure = null;
        foreach (var form in Enum.GetValues<AnswerForm>())
        {
            // What waits once will wait again.
            var (answer, why) = _isSilent ? (null, Trial.NoAnswer) : Trial.Of(() => Ask(isKnown, isFull, form));
            _isSilent |= why == Trial.NoAnswer;
            if (why is null)
                return (isKnown, isFull, answer, null);
            failure ??= why;
        }

        return (isKnown, isFull, null, failure);
    }

    private Partitioned Ask(bool isKnown, bool isFull, AnswerForm form)
    {
        var caller = new Caller(isKnown, isFull, form);
        var partition = Partition(caller);
        var key = KeyOf(partition);
        var isPerRequest = !Equals(key, KeyOf(Partition(new(isKnown, isFull, form))));
        // All that is asked of others is asked of this one too: a list that grows would be a caller's own doing.
        var by = isPerRequest ? [] : caller.Asked.Where(f => f.Kind != CallerFactKind.Other && !Equals(key, KeyOf(Partition(new(isKnown, isFull, form, f))))).ToList();
        return new(by, [.. caller.Asked], isPerRequest, Made(partition));
    }

    private object Partition(Caller caller)
    {
        using var scope = provider.CreateScope();
        var context = AskedRequest.Of(caller, scope.ServiceProvider);
        if (provider.GetService<IHttpContextAccessor>() is { } accessor)
            accessor.HttpContext = context;
        return partitionOf(context) ?? throw new InvalidOperationException("no partition");
    }

    private static object? KeyOf(object partition)
    {
        var key = Property(partition, "PartitionKey");
        return key?.GetType().FullName == WrappedKey ? Property(key, "Key") : key;
    }

    /// <summary>The limiter that the partition would get: making one is what its factory is for, and nothing is counted on it.</summary>
    private static RateLimiter? Made(object partition)
    {
        var (made, _) = Trial.Of(() => (Property(partition, "Factory") as Delegate)?.DynamicInvoke(Property(partition, "PartitionKey")) as RateLimiter);
        return made;
    }

    private static object? Property(object of, string name) =>
        of.GetType().GetProperty(name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic) is { } property
            ? property.GetValue(of)
            : throw new MissingMemberException(of.GetType().FullName, name);
}

/// <summary>How a limiter counted a caller.</summary>
/// <param name="By">The facts that it depends on.</param>
/// <param name="Asked">The facts that were asked for.</param>
/// <param name="IsPerRequest">Whether the same caller got another partition the second time.</param>
/// <param name="Limiter">What counts, or null where that could not be told.</param>
internal sealed record Partitioned(IReadOnlyList<CallerFact> By, IReadOnlyList<CallerFact> Asked, bool IsPerRequest, RateLimiter? Limiter);
