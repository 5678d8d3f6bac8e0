using System.Collections;
using System.Reflection;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ScaleFitness.Hosting.Asking;
using ScaleFitness.Model.Composition;

namespace ScaleFitness.Hosting.Reading;

/// <summary>Reads the rate limiter's policies. The framework keeps them to itself: reflection finds them.</summary>
internal sealed class RateLimitReader(IServiceProvider provider)
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    public ComposedRateLimits? Read()
    {
        if (provider.GetService<IOptions<RateLimiterOptions>>()?.Value is not { } options)
            return null;
        var named = Named(options).OrderBy(p => p.Key, StringComparer.Ordinal).ToList();
        return new()
        {
            Policies = [.. named.Select(p => p.Key)],
            Limiters = [.. named.Select(p => OfPolicy(p.Key, p.Value)), .. options.GlobalLimiter is { } global ? Leaves(global).Select(OfGlobal) : []],
            IsGlobal = options.GlobalLimiter is not null,
            RejectionStatus = options.RejectionStatusCode,
            OnRejected = HostTypes.Of(options.OnRejected),
        };
    }

    /// <summary>The policy that an endpoint carries itself, or null.</summary>
    public ComposedLimiter? Inline(EnableRateLimitingAttribute attribute) =>
        attribute.GetType().GetProperty("Policy", Any)?.GetValue(attribute) is { } policy ? OfPolicy(null, () => policy) : null;

    private IEnumerable<KeyValuePair<string, Func<object>>> Named(RateLimiterOptions options)
    {
        foreach (DictionaryEntry made in Map(options, "PolicyMap"))
            yield return new((string)made.Key, () => made.Value!);
        foreach (DictionaryEntry promised in Map(options, "UnactivatedPolicyMap"))
            yield return new((string)promised.Key, () => ((Delegate)promised.Value!).DynamicInvoke(provider)!);
    }

    private static IDictionary Map(RateLimiterOptions options, string name) =>
        options.GetType().GetProperty(name, Any)?.GetValue(options) as IDictionary ?? throw new MissingMemberException(nameof(RateLimiterOptions), name);

    private ComposedLimiter OfPolicy(string? name, Func<object> make)
    {
        var limiter = new ComposedLimiter { Policy = name };
        var (policy, failure) = Trial.Of(make);
        if (policy is null)
            return limiter with { Undecided = failure };
        if (policy.GetType().GetMethod("GetPartition", Any) is not { } partition)
            return limiter with { Undecided = "this version of the framework keeps policies in another way" };
        return Asked(limiter with { Partitioner = Own(Delegates(policy)) }, context => partition.Invoke(policy, [context]));
    }

    private ComposedLimiter OfGlobal(PartitionedRateLimiter<HttpContext> global)
    {
        var limiter = new ComposedLimiter { IsGlobal = true };
        return Delegates(global).FirstOrDefault(d => d.Method.GetParameters() is [{ ParameterType: var type }] && type == typeof(HttpContext)) is { } partitioner
            ? Asked(limiter with { Partitioner = Own([partitioner]) }, context => partitioner.DynamicInvoke(context))
            : limiter with { Undecided = $"{global.GetType().Name} counts in a way of its own" };
    }

    private ComposedLimiter Asked(ComposedLimiter limiter, Func<HttpContext, object?> partitionOf) =>
        limiter with { Partitions = [.. new PartitionTrial(provider, partitionOf).Run().Select(a => Of(a.IsKnown, a.IsFull, a.Answer, a.Failure))] };

    private static ComposedPartition Of(bool isKnown, bool isFull, Partitioned? answer, string? failure)
    {
        var partition = new ComposedPartition { IsKnown = isKnown, IsFull = isFull, Undecided = failure };
        return answer is null ? partition : partition with
        {
            By = answer.By,
            Asked = answer.Asked,
            IsPerRequest = answer.IsPerRequest,
            Limiter = answer.Limiter is null ? null : HostTypes.Of(answer.Limiter.GetType()),
            Permits = answer.Limiter is null ? null : Trial.Of(() => answer.Limiter.GetStatistics()?.CurrentAvailablePermits).Result,
            PeriodSeconds = (answer.Limiter as ReplenishingRateLimiter)?.ReplenishmentPeriod.TotalSeconds,
        };
    }

    /// <summary>A chain limits by each of its parts.</summary>
    private static IEnumerable<PartitionedRateLimiter<HttpContext>> Leaves(PartitionedRateLimiter<HttpContext> limiter) =>
        Fields(limiter).Select(f => f.GetValue(limiter)).OfType<IEnumerable<PartitionedRateLimiter<HttpContext>>>().FirstOrDefault() is { } parts
            ? parts.SelectMany(Leaves)
            : [limiter];

    private static IEnumerable<Delegate> Delegates(object holder) => Fields(holder).Where(f => !f.Name.Contains("OnRejected", StringComparison.OrdinalIgnoreCase)).Select(f => f.GetValue(holder)).OfType<Delegate>();

    /// <summary>The app's method behind a delegate that the framework wrapped, or null.</summary>
    private static HostMethod? Own(IEnumerable<Delegate> delegates)
    {
        foreach (var made in delegates)
        {
            if (made.Method.DeclaringType is { } type && !IsFrameworks(type))
                return HostTypes.Of(made.Method, type);
            if (made.Target is { } target && IsFrameworks(target.GetType()) && Own(Delegates(target)) is { } inner)
                return inner;
        }

        return null;
    }

    private static bool IsFrameworks(Type type) =>
        type.Assembly.GetName().Name is { } name && (name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || name.StartsWith("System.", StringComparison.Ordinal));

    private static IEnumerable<FieldInfo> Fields(object holder)
    {
        for (var type = holder.GetType(); type is not null && type != typeof(object); type = type.BaseType)
            foreach (var field in type.GetFields(Any | BindingFlags.DeclaredOnly))
                yield return field;
    }
}
