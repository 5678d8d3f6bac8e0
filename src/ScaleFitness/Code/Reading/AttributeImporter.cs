using System.Collections.Immutable;
using Mono.Cecil;
using Mono.Collections.Generic;
using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Reading;

/// <summary>Copies attributes. Those that only the compiler or debugger reads are left out: decoding them costs more than all the rest.</summary>
internal sealed class AttributeImporter(SymbolImporter symbols)
{
    private static readonly Collection<CustomAttribute> _none = [];

    /// <summary>All attributes, not decoded yet. Cecil searches anew each time it is asked whether there are any: ask once.</summary>
    public static Collection<CustomAttribute> Of(ICustomAttributeProvider provider) =>
        provider.HasCustomAttributes ? provider.CustomAttributes : _none;

    public ImmutableArray<AttributeData> Import(ICustomAttributeProvider provider) => Import(Of(provider));

    public ImmutableArray<AttributeData> Import(Collection<CustomAttribute> attributes)
    {
        if (attributes.Count == 0)
            return [];
        var builder = ImmutableArray.CreateBuilder<AttributeData>();
        foreach (var attribute in attributes)
            if (IsWanted(attribute.AttributeType))
                builder.Add(Import(attribute));
        return builder.DrainToImmutable();
    }

    public static bool Has(Collection<CustomAttribute> attributes, string @namespace, string name)
    {
        foreach (var attribute in attributes)
            if (attribute.AttributeType.Name == name && attribute.AttributeType.Namespace == @namespace)
                return true;
        return false;
    }

    private static bool IsWanted(TypeReference type) => type.Namespace switch
    {
        "System.Runtime.CompilerServices" => type.Name.EndsWith("StateMachineAttribute", StringComparison.Ordinal) || type.Name == "InlineArrayAttribute",
        "System.Diagnostics" or "System.Reflection" or "System.Runtime.InteropServices" or "System.Runtime.Versioning" or "Microsoft.CodeAnalysis" => false,
        "System.Diagnostics.CodeAnalysis" => type.Name == "UnconditionalSuppressMessageAttribute",
        _ => true,
    };

    private AttributeData Import(CustomAttribute attribute)
    {
        var type = symbols.Type(attribute.AttributeType);
        if (!AttributeCheck.IsSound(attribute))
            return new(type, [], ImmutableDictionary<string, object?>.Empty);
        try
        {
            var arguments = attribute.HasConstructorArguments ? attribute.ConstructorArguments.Select(Value).ToImmutableArray() : [];
            var named = ImmutableDictionary<string, object?>.Empty;
            if (attribute.HasProperties || attribute.HasFields)
                named = attribute.Properties.Concat(attribute.Fields)
                    .DistinctBy(n => n.Name)
                    .ToImmutableDictionary(n => n.Name, n => Value(n.Argument));
            return new(type, arguments, named);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // An argument whose enum lives in a missing assembly cannot be decoded; that the attribute is there still counts.
            return new(type, [], ImmutableDictionary<string, object?>.Empty);
        }
    }

    private object? Value(CustomAttributeArgument argument) => argument.Value switch
    {
        CustomAttributeArgument boxed => Value(boxed),
        CustomAttributeArgument[] array => array.Select(Value).ToImmutableArray(),
        TypeReference type => symbols.Type(type),
        var constant => constant,
    };
}
