using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Mono.Cecil;
using Mono.Collections.Generic;
using ScaleFitness.Code.Metadata;
using CecilField = Mono.Cecil.FieldDefinition;
using CecilMethod = Mono.Cecil.MethodDefinition;
using CecilProperty = Mono.Cecil.PropertyDefinition;
using CecilType = Mono.Cecil.TypeDefinition;
using FieldDefinition = ScaleFitness.Code.Metadata.FieldDefinition;
using MethodDefinition = ScaleFitness.Code.Metadata.MethodDefinition;
using ParameterDefinition = ScaleFitness.Code.Metadata.ParameterDefinition;
using PropertyDefinition = ScaleFitness.Code.Metadata.PropertyDefinition;
using TypeDefinition = ScaleFitness.Code.Metadata.TypeDefinition;

namespace ScaleFitness.Code.Reading;

/// <summary>Copies a type with its members out of Cecil.</summary>
internal sealed class TypeImporter(SymbolImporter symbols, AttributeImporter attributes)
{
    public TypeDefinition Import(CecilType type, TypeDefinition? declaring, string assembly, bool external)
    {
        var written = external ? [] : AttributeImporter.Of(type);
        var imported = new TypeDefinition(symbols.Type(type), TraitsReader.Of(type, written, declaring, external), declaring, assembly)
        {
            BaseType = type.BaseType is { } baseType ? symbols.Type(baseType) : null,
            Interfaces = type.HasInterfaces ? [.. type.Interfaces.Select(i => symbols.Type(i.InterfaceType))] : [],
        };
        if (external)
        {
            // Which methods an app's type implements can only be told from the interface's own list.
            if (type.IsInterface && type.HasMethods)
                imported.Methods = [.. type.Methods.Select(m => new MethodDefinition(symbols.Method(m), imported, TraitsReader.Of(m, AttributeImporter.Of(m)), m.MetadataToken.ToInt32()))];
            return imported;
        }

        imported.Attributes = attributes.Import(written);
        imported.Methods = type.HasMethods ? [.. type.Methods.Select(m => Import(m, imported))] : [];
        imported.Fields = type.HasFields ? [.. type.Fields.Select(f => Import(f, imported))] : [];
        imported.Properties = type.HasProperties ? [.. type.Properties.Select(p => Import(p, type.Methods, imported.Methods))] : [];
        foreach (var property in imported.Properties)
            Link(property, imported);
        return imported;
    }

    private MethodDefinition Import(CecilMethod method, TypeDefinition type)
    {
        var written = AttributeImporter.Of(method);
        return new(symbols.Method(method), type, TraitsReader.Of(method, written), method.MetadataToken.ToInt32())
        {
            Attributes = attributes.Import(written),
            Parameters = method.HasParameters ? Parameters(method.Parameters) : [],
            ExplicitlyImplements = method.HasOverrides ? [.. method.Overrides.Select(symbols.Method)] : [],
        };
    }

    private ImmutableArray<ParameterDefinition> Parameters(Collection<Mono.Cecil.ParameterDefinition> parameters)
    {
        var imported = new ParameterDefinition[parameters.Count];
        for (var i = 0; i < imported.Length; i++)
            imported[i] = new(symbols.Name(parameters[i].Name), symbols.Type(parameters[i].ParameterType), attributes.Import(parameters[i]));
        return ImmutableCollectionsMarshal.AsImmutableArray(imported);
    }

    private FieldDefinition Import(CecilField field, TypeDefinition type) =>
        new(symbols.Field(field), type, field.IsStatic, field.IsInitOnly, field.IsLiteral) { Attributes = attributes.Import(field) };

    private PropertyDefinition Import(CecilProperty property, Collection<CecilMethod> methods, ImmutableArray<MethodDefinition> imported)
    {
        MethodDefinition? Accessor(CecilMethod? method) => method is not null && methods.IndexOf(method) is >= 0 and var index ? imported[index] : null;
        return new(symbols.Name(property.Name), symbols.Type(property.PropertyType), Accessor(property.GetMethod), Accessor(property.SetMethod), attributes.Import(property));
    }

    /// <summary>An accessor and a backing field stand for the property that the author wrote, attributes included.</summary>
    private static void Link(PropertyDefinition property, TypeDefinition type)
    {
        foreach (var accessor in new[] { property.Getter, property.Setter })
            if (accessor is not null)
                accessor.Attributes = accessor.Attributes.AddRange(property.Attributes);
        var backing = $"<{property.Name}>k__BackingField";
        if (type.Fields.FirstOrDefault(f => f.Name == backing) is { } field)
        {
            field.Property = property;
            field.Attributes = field.Attributes.AddRange(property.Attributes);
        }
    }
}
