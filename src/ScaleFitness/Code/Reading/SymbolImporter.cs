using System.Collections.Immutable;
using Mono.Cecil;
using ScaleFitness.Code.Metadata;
using FieldRef = ScaleFitness.Code.Metadata.FieldRef;
using TypeKind = ScaleFitness.Code.Metadata.TypeKind;

namespace ScaleFitness.Code.Reading;

/// <summary>Copies Cecil's references into our own. One importer per module: Cecil's objects are its cache keys.</summary>
internal sealed class SymbolImporter(SymbolTable symbols)
{
    /// <summary>Deeper signatures do not occur in real code; a damaged image can nest without end.</summary>
    private const int DepthLimit = 64;

    private readonly Dictionary<TypeReference, TypeRef> _types = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<MethodReference, MethodRef> _methods = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<FieldReference, FieldRef> _fields = new(ReferenceEqualityComparer.Instance);
    private int _depth;

    public SymbolTable Symbols => symbols;

    public TypeRef Type(TypeReference type)
    {
        if (_types.TryGetValue(type, out var known))
            return known;
        if (++_depth > DepthLimit)
            throw new BadImageFormatException($"A type signature nests more than {DepthLimit} deep.");
        try
        {
            return _types[type] = Import(type);
        }
        finally
        {
            _depth--;
        }
    }

    public MethodRef Method(MethodReference method)
    {
        if (_methods.TryGetValue(method, out var known))
            return known;
        var element = method is MethodSpecification specification ? specification.ElementMethod : method;
        var arguments = method is GenericInstanceMethod instance
            ? instance.GenericArguments.Select(Type).ToImmutableArray()
            : [];
        var parameters = element.HasParameters ? element.Parameters.Select(p => Type(p.ParameterType)).ToImmutableArray() : [];
        var arity = element.HasGenericParameters ? element.GenericParameters.Count : arguments.Length;
        var imported = new MethodRef(Type(element.DeclaringType), element.Name, parameters, Type(element.ReturnType), element.HasThis, arity, arguments);
        return _methods[method] = imported;
    }

    public FieldRef Field(FieldReference field)
    {
        if (!_fields.TryGetValue(field, out var known))
            _fields[field] = known = new FieldRef(Type(field.DeclaringType), field.Name, Type(field.FieldType));
        return known;
    }

    private TypeRef Import(TypeReference type) => type switch
    {
        GenericInstanceType generic => symbols.Construct(Type(generic.ElementType), [.. generic.GenericArguments.Select(Type)]),
        ArrayType array => symbols.Of(TypeKind.Array, Type(array.ElementType), array.Rank),
        ByReferenceType reference => symbols.Of(TypeKind.ByReference, Type(reference.ElementType)),
        PointerType pointer => symbols.Of(TypeKind.Pointer, Type(pointer.ElementType)),
        FunctionPointerType pointer => symbols.Of(TypeKind.Pointer, Type(pointer.ReturnType)),
        TypeSpecification modified => Type(modified.ElementType),
        GenericParameter { Type: GenericParameterType.Method } parameter => symbols.Parameter(TypeKind.MethodTypeParameter, parameter.Name, parameter.Position),
        GenericParameter parameter => symbols.Parameter(TypeKind.TypeParameter, parameter.Name, parameter.Position),
        _ => Named(type),
    };

    private TypeRef Named(TypeReference type)
    {
        if (type.DeclaringType is not { } outer)
            return symbols.Named(type.Namespace ?? "", type.Name, AssemblyOf(type.Scope), []);
        var declaring = Type(outer);
        return symbols.Named(declaring.Namespace, declaring.Name + "+" + type.Name, declaring.Assembly, []);
    }

    private static string AssemblyOf(IMetadataScope? scope) => scope switch
    {
        ModuleDefinition module => module.Assembly?.Name.Name ?? module.Name,
        AssemblyNameReference reference => reference.Name,
        _ => "",
    };
}
