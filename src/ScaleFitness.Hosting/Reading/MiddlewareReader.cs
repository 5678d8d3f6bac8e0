using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ScaleFitness.Hosting.Running;
using ScaleFitness.Model.Composition;

namespace ScaleFitness.Hosting.Reading;

/// <summary>
/// Follows the pipeline from the outside in. Each middleware holds the next as a delegate, in a field of its own or in
/// what a lambda captured: no list of them outlives start-up. Branches are not followed.
/// </summary>
internal static class MiddlewareReader
{
    private const int Most = 200;
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public;

    public static IReadOnlyList<HostType> Read(IServiceProvider provider)
    {
        var found = new List<HostType>();
        var next = provider.GetService<IServer>() is StillServer { Application: { } application } ? Next(application, []) : null;
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        while (next is { Target: { } target } && found.Count < Most && seen.Add(target))
        {
            var middleware = IsClosure(target.GetType()) ? Captured(target) : target;
            found.Add(HostTypes.Of(middleware?.GetType() ?? target.GetType()));
            next = Next(middleware ?? target, [target]);
        }

        return found;
    }

    /// <summary>The delegate that an object hands requests on to: a field of it, or of what its lambdas captured.</summary>
    private static RequestDelegate? Next(object holder, HashSet<object> seen)
    {
        var fields = Fields(holder).ToList();
        if (fields.Select(f => f.GetValue(holder)).OfType<RequestDelegate>().FirstOrDefault() is { } direct)
            return direct;
        return fields.Select(f => f.GetValue(holder)).OfType<object>()
            .Select(v => v is Delegate { Target: { } target } ? target : v)
            .Where(v => IsClosure(v.GetType()) && seen.Add(v))
            .Select(v => Next(v, seen)).FirstOrDefault(d => d is not null);
    }

    /// <summary>Middleware whose <c>InvokeAsync</c> takes services is called by a lambda that captured it.</summary>
    private static object? Captured(object closure) =>
        Fields(closure).Select(f => f.GetValue(closure)).OfType<object>()
            .FirstOrDefault(v => v is not Delegate && v.GetType().GetMethods().Any(m => m.Name is "Invoke" or "InvokeAsync"));

    private static IEnumerable<FieldInfo> Fields(object holder)
    {
        for (var type = holder.GetType(); type is not null && type != typeof(object); type = type.BaseType)
            foreach (var field in type.GetFields(Own | BindingFlags.DeclaredOnly))
                yield return field;
    }

    private static bool IsClosure(Type type) => type.IsDefined(typeof(CompilerGeneratedAttribute), false);
}
