using System.Collections;
using System.Reflection;
using ScaleFitness.Model.Composition;

namespace ScaleFitness.Hosting.Reading;

/// <summary>
/// Finds the resilience strategies inside a handler by following what it holds, as far as it is Polly's or of the
/// libraries around it. Strategies are known by the names of their types: Polly 7's policies and Polly 8's strategies.
/// </summary>
internal static class StrategyReader
{
    private const int Deepest = 12;
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly;

    private static readonly (string Word, ResilienceStrategy Strategy)[] Words =
    [
        ("CircuitBreaker", ResilienceStrategy.CircuitBreaker),
        ("Retry", ResilienceStrategy.Retry),
        ("Timeout", ResilienceStrategy.Timeout),
        ("Hedging", ResilienceStrategy.Hedging),
        ("RateLimit", ResilienceStrategy.Limit),
        ("Bulkhead", ResilienceStrategy.Limit),
        ("Fallback", ResilienceStrategy.Fallback),
    ];

    public static IReadOnlyList<ResilienceStrategy> Of(HttpMessageHandler handler)
    {
        var found = new List<ResilienceStrategy>();
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance) { handler };
        for (var type = handler.GetType(); type is not null && type != typeof(DelegatingHandler) && type != typeof(HttpMessageHandler); type = type.BaseType)
            foreach (var field in type.GetFields(Own))
                Follow(field.GetValue(field.IsStatic ? null : handler), found, seen, 0);
        return found;
    }

    private static void Follow(object? held, List<ResilienceStrategy> found, HashSet<object> seen, int depth)
    {
        if (held is null or string || held.GetType().IsPrimitive || depth > Deepest)
            return;
        // A selector by the request: any request will do, none is sent.
        if (held is Delegate { Method: { ReturnType: var returned } method } selector)
        {
            if (IsResilience(returned) && method.GetParameters() is [{ ParameterType: var given }] && given == typeof(HttpRequestMessage))
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, "http://localhost/");
                Follow(selector.DynamicInvoke(request), found, seen, depth + 1);
            }

            return;
        }

        if (held is IEnumerable several && held is not IDictionary && ElementOf(held.GetType()) is { } element && IsResilience(element))
        {
            foreach (var one in several)
                Follow(one, found, seen, depth + 1);
            return;
        }

        if (!IsResilience(held.GetType()) || !seen.Add(held))
            return;
        if (StrategyOf(held.GetType()) is { } strategy)
            found.Add(strategy);
        else
            foreach (var field in Fields(held.GetType()))
                Follow(field.GetValue(held), found, seen, depth + 1);
    }

    private static ResilienceStrategy? StrategyOf(Type type)
    {
        var name = type.Name.Split('`')[0];
        if (!name.EndsWith("ResilienceStrategy", StringComparison.Ordinal) && !name.EndsWith("Policy", StringComparison.Ordinal))
            return null;
        return Words.Where(w => name.Contains(w.Word, StringComparison.Ordinal)).Select(w => (ResilienceStrategy?)w.Strategy).FirstOrDefault();
    }

    private static IEnumerable<FieldInfo> Fields(Type type)
    {
        for (var current = type; current is not null && current != typeof(object); current = current.BaseType)
            foreach (var field in current.GetFields(Own).Where(f => !f.IsStatic))
                yield return field;
    }

    private static Type? ElementOf(Type type) =>
        type.IsArray ? type.GetElementType() : type.GetInterfaces().FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];

    private static bool IsResilience(Type type) =>
        type.Assembly.GetName().Name is { } name && (name == "Polly" || name.StartsWith("Polly.", StringComparison.Ordinal) || name.Contains("Resilience", StringComparison.Ordinal));
}
