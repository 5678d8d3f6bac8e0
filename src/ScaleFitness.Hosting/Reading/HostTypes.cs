using System.Reflection;
using ScaleFitness.Model.Composition;

namespace ScaleFitness.Hosting.Reading;

/// <summary>Writes types and methods down as metadata names them.</summary>
internal static class HostTypes
{
    public static HostType Of(Type type)
    {
        if (type is { HasElementType: true } && type.GetElementType() is { } element)
            return Of(element) is var of ? of with { Name = of.Name + (type.IsArray ? "[]" : type.IsByRef ? "&" : "*") } : of;
        if (type.IsGenericParameter)
            return new("", type.IsGenericTypeParameter ? $"!{type.GenericParameterPosition}" : type.Name, "", []);
        var definition = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        var outer = definition;
        var name = definition.Name;
        while (outer.DeclaringType is { } around)
        {
            outer = around;
            name = around.Name + "+" + name;
        }

        return new(outer.Namespace ?? "", name, definition.Assembly.GetName().Name ?? "", type.IsConstructedGenericType ? [.. type.GetGenericArguments().Select(Of)] : []);
    }

    public static HostMethod Of(MethodBase method, Type type) =>
        new(Of(type.IsGenericType ? type.GetGenericTypeDefinition() : type), method.Name, method.MetadataToken);

    /// <summary>The method behind a delegate; null where it was emitted at run time.</summary>
    public static HostMethod? Of(Delegate? made) =>
        made?.Method is { DeclaringType: { } type } method && !type.Assembly.IsDynamic ? Of(method, type) : null;
}
