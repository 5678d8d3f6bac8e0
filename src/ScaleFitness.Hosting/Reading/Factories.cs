using System.Reflection;
using ScaleFitness.Model.Composition;

namespace ScaleFitness.Hosting.Reading;

/// <summary>The app's own lambda behind a library's delegate: what wraps it holds it in a field, or in what it captured.</summary>
internal static class Factories
{
    private const int Depth = 5;
    private const string Collection = "Microsoft.Extensions.DependencyInjection.Abstractions";
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public;

    /// <summary>The innermost delegate that makes objects of the type, or null.</summary>
    public static HostMethod? Behind(object holder, Type makes) => HostTypes.Of(Find(holder, makes, Depth, new(ReferenceEqualityComparer.Instance)));

    /// <summary>The factory itself: the service collection wraps one that takes a key it does not get.</summary>
    public static Delegate? Unwrapped(Delegate? factory) =>
        factory is { Target: { } target, Method.DeclaringType.Assembly: var assembly } && assembly.GetName().Name == Collection && target.GetType().GetFields(Own).Select(f => f.GetValue(target)).OfType<Delegate>().FirstOrDefault() is { } inner ? inner : factory;

    private static Delegate? Find(object holder, Type makes, int depth, HashSet<object> seen)
    {
        if (depth == 0 || !seen.Add(holder))
            return null;
        for (var type = holder.GetType(); type is not null && type != typeof(object); type = type.BaseType)
            foreach (var field in type.GetFields(Own | BindingFlags.DeclaredOnly))
                if (field.GetValue(holder) is Delegate { Target: var target } made)
                {
                    if (target is not null && Find(target, makes, depth - 1, seen) is { } inner)
                        return inner;
                    if (makes.IsAssignableFrom(made.Method.ReturnType) && made.Method.DeclaringType?.Namespace?.StartsWith("Autofac", StringComparison.Ordinal) != true)
                        return made;
                }

        return null;
    }
}
