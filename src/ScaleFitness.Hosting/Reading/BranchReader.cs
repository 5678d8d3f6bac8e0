using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder.Extensions;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ScaleFitness.Hosting.Running;
using ScaleFitness.Model.Composition;

namespace ScaleFitness.Hosting.Reading;

/// <summary>Finds all middleware, that of branches (<c>Map</c>, <c>MapWhen</c>, <c>UseWhen</c>) too: whatever delegates lead to, in no order.</summary>
internal static class BranchReader
{
    private const int Most = 2_000;

    public static IReadOnlyList<HostType> Read(IServiceProvider provider)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var pending = new Queue<object>(provider.GetService<IServer>() is StillServer { Application: { } application } ? [application] : []);
        var types = new List<Type>();
        while (pending.TryDequeue(out var current) && seen.Count < Most)
        {
            if (!seen.Add(current))
                continue;
            types.Add(current.GetType());
            foreach (var value in Values(current))
                pending.Enqueue(value);
        }

        return [.. types.Where(IsMiddleware).Distinct().Select(HostTypes.Of).OrderBy(t => t.FullName, StringComparer.Ordinal)];
    }

    /// <summary>What handles requests, or holds something that does.</summary>
    private static IEnumerable<object> Values(object holder)
    {
        for (var type = holder.GetType(); type is not null && type != typeof(object); type = type.BaseType)
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
                if (Behind(field.GetValue(holder)) is { } value)
                    yield return value;
    }

    private static object? Behind(object? value) => value switch
    {
        RequestDelegate { Target: { } target } => target,
        MapOptions or MapWhenOptions => value,
        Delegate { Target: { } target } when IsClosure(target.GetType()) => target,
        not null when IsClosure(value.GetType()) || IsMiddleware(value.GetType()) => value,
        _ => null,
    };

    private static bool IsMiddleware(Type type) =>
        !IsClosure(type) && type.GetMethods().Any(m => m.Name is "Invoke" or "InvokeAsync" && m.GetParameters() is [{ ParameterType: var context }, ..] && context == typeof(HttpContext));

    private static bool IsClosure(Type type) => type.IsDefined(typeof(CompilerGeneratedAttribute), false);
}
