using System.Reflection;
using System.Runtime.Loader;

namespace ScaleFitness.Hosting.Running;

/// <summary>Finds what the test project adds to the builder.</summary>
internal static class Extensions
{
    public static IReadOnlyList<IComposeApp> In(IEnumerable<string> assemblies) =>
        [.. assemblies.Select(AssemblyLoadContext.Default.LoadFromAssemblyPath).SelectMany(Types).Where(IsOne).OrderBy(t => t.FullName, StringComparer.Ordinal).Select(t => (IComposeApp)Activator.CreateInstance(t)!)];

    private static bool IsOne(Type type) =>
        type is { IsAbstract: false, IsPublic: true } && typeof(IComposeApp).IsAssignableFrom(type) && type.GetConstructor(Type.EmptyTypes) is not null;

    /// <summary>Types whose own references are missing cannot be ours.</summary>
    private static IEnumerable<Type> Types(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException e)
        {
            return e.Types.OfType<Type>();
        }
    }
}
