using Mono.Cecil;
using Mono.Collections.Generic;
using ScaleFitness.Code.Metadata;
using CecilMethod = Mono.Cecil.MethodDefinition;
using CecilType = Mono.Cecil.TypeDefinition;
using TypeDefinition = ScaleFitness.Code.Metadata.TypeDefinition;

namespace ScaleFitness.Code.Reading;

/// <summary>Reads flags, and the marks of generated code.</summary>
internal static class TraitsReader
{
    /// <summary>The implementation flag of a method compiled for runtime async.</summary>
    private const int AsyncFlag = 0x2000;

    private const string Compiler = "System.Runtime.CompilerServices";

    public static TypeTraits Of(CecilType type, Collection<CustomAttribute> attributes, TypeDefinition? declaring, bool external)
    {
        var traits = TypeTraits.None;
        if (type.IsInterface)
            traits |= TypeTraits.Interface;
        if (type.IsAbstract)
            traits |= TypeTraits.Abstract;
        if (type.IsSealed)
            traits |= TypeTraits.Sealed;
        if (type.IsValueType)
            traits |= TypeTraits.ValueType;
        if (type.IsEnum)
            traits |= TypeTraits.Enum;
        if (type.IsPublic || type.IsNestedPublic)
            traits |= TypeTraits.Public;
        if (type.BaseType?.FullName == "System.MulticastDelegate")
            traits |= TypeTraits.Delegate;
        if (external)
            return traits | TypeTraits.External;
        if (declaring is not null)
            traits |= declaring.Traits & (TypeTraits.CompilerGenerated | TypeTraits.GeneratedCode);
        if (IsMadeByCompiler(type, attributes))
            traits |= TypeTraits.CompilerGenerated;
        if (IsWrittenByTool(type, attributes))
            traits |= TypeTraits.GeneratedCode;
        return traits;
    }

    public static MethodTraits Of(CecilMethod method, Collection<CustomAttribute> attributes)
    {
        var traits = MethodTraits.None;
        if (method.IsStatic)
            traits |= MethodTraits.Static;
        if (method.IsAbstract)
            traits |= MethodTraits.Abstract;
        if (method.IsVirtual)
            traits |= MethodTraits.Virtual;
        if (method.IsVirtual && !method.IsNewSlot)
            traits |= MethodTraits.Override;
        if (method.IsPublic)
            traits |= MethodTraits.Public;
        if (method.IsSpecialName)
            traits |= MethodTraits.SpecialName;
        if (method.IsSynchronized)
            traits |= MethodTraits.Synchronized;
        if (((int)method.ImplAttributes & AsyncFlag) != 0)
            traits |= MethodTraits.RuntimeAsync;
        if (AttributeImporter.Has(attributes, Compiler, "CompilerGeneratedAttribute"))
            traits |= MethodTraits.CompilerGenerated;
        if (AttributeImporter.Has(attributes, "System.CodeDom.Compiler", "GeneratedCodeAttribute"))
            traits |= MethodTraits.GeneratedCode;
        return traits;
    }

    /// <summary>
    /// The type around top-level statements carries the attribute, and a file-local type an unspeakable name; what is in
    /// them is the author's.
    /// </summary>
    private static bool IsMadeByCompiler(CecilType type, Collection<CustomAttribute> attributes) =>
        type.Name.StartsWith('<')
            ? !TypeNames.IsFileLocal(type.Name)
            : AttributeImporter.Has(attributes, Compiler, "CompilerGeneratedAttribute") && !type.Methods.Any(m => m.Name == "<Main>$");

    private static bool IsWrittenByTool(CecilType type, Collection<CustomAttribute> attributes) =>
        AttributeImporter.Has(attributes, "System.CodeDom.Compiler", "GeneratedCodeAttribute")
        || AttributeImporter.Has(attributes, "Microsoft.EntityFrameworkCore.Migrations", "MigrationAttribute")
        || AttributeImporter.Has(attributes, "Microsoft.AspNetCore.Razor.Hosting", "RazorSourceChecksumAttribute")
        || type.BaseType?.FullName is "Microsoft.EntityFrameworkCore.Migrations.Migration" or "Microsoft.EntityFrameworkCore.Infrastructure.ModelSnapshot";
}
