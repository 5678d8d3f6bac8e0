using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Mono.Cecil;
using Mono.Collections.Generic;
using ScaleFitness.Code.Metadata;
using FieldRef = ScaleFitness.Code.Metadata.FieldRef;
using TypeKind = ScaleFitness.Code.Metadata.TypeKind;

namespace ScaleFitness.Code.Reading;

/// <summary>
/// Copies Cecil's references into our own. One importer per module: metadata tokens are its cache keys, because Cecil
/// makes a new object whenever a body mentions a generic symbol. A symbol with type parameters in it is imported
/// each time: the same token names another parameter in another generic method.
/// </summary>
internal sealed class SymbolImporter(SymbolTable symbols)
{
    /// <summary>Deeper signatures do not occur in real code; a damaged image can nest without end.</summary>
    private const int DepthLimit = 64;

    private readonly Dictionary<uint, TypeRef> _types = [];
    private readonly Dictionary<uint, MethodRef> _methods = [];
    private readonly Dictionary<uint, FieldRef> _fields = [];
    private readonly Dictionary<TypeReference, TypeRef> _primitives = new(ReferenceEqualityComparer.Instance);
    private int _depth;

    public string Name(string name) => symbols.Name(name);

    public TypeRef Type(TypeReference? type)
    {
        if (type is null)
            throw new BadImageFormatException("A signature names a type that is not there.");
        var token = type.MetadataToken;
        if (token.RID != 0 && _types.TryGetValue(token.ToUInt32(), out var known))
            return known;
        if (++_depth > DepthLimit)
            throw new BadImageFormatException($"A type signature nests more than {DepthLimit} deep.");
        try
        {
            var imported = Import(type);
            if (token.RID != 0 && (!imported.HasParameters || token.TokenType == TokenType.GenericParam))
                _types[token.ToUInt32()] = imported;
            return imported;
        }
        finally
        {
            _depth--;
        }
    }

    public MethodRef Method(MethodReference method)
    {
        var token = method.MetadataToken;
        if (_methods.TryGetValue(token.ToUInt32(), out var known))
            return known;
        var element = method is MethodSpecification specification ? specification.ElementMethod : method;
        var arguments = method is GenericInstanceMethod instance ? Types(instance.GenericArguments) : [];
        var parameters = element.HasParameters ? Parameters(element.Parameters) : [];
        var arity = element.HasGenericParameters ? element.GenericParameters.Count : arguments.Length;
        var imported = new MethodRef(Type(element.DeclaringType), Name(element.Name), parameters, Type(element.ReturnType), element.HasThis, arity, arguments);
        if (token.RID != 0 && (method.IsDefinition || !imported.HasParameters))
            _methods[token.ToUInt32()] = imported;
        return imported;
    }

    public FieldRef Field(FieldReference field)
    {
        var token = field.MetadataToken;
        if (_fields.TryGetValue(token.ToUInt32(), out var known))
            return known;
        var imported = new FieldRef(Type(field.DeclaringType), Name(field.Name), Type(field.FieldType));
        if (token.RID != 0 && (field.IsDefinition || !imported.DeclaringType.HasParameters))
            _fields[token.ToUInt32()] = imported;
        return imported;
    }

    private TypeRef Import(TypeReference type) => type switch
    {
        GenericInstanceType generic => symbols.Construct(Type(generic.ElementType), Types(generic.GenericArguments)),
        ArrayType array => symbols.Of(TypeKind.Array, Type(array.ElementType), array.Rank),
        ByReferenceType reference => symbols.Of(TypeKind.ByReference, Type(reference.ElementType)),
        PointerType pointer => symbols.Of(TypeKind.Pointer, Type(pointer.ElementType)),
        FunctionPointerType pointer => symbols.Of(TypeKind.Pointer, Type(pointer.ReturnType)),
        TypeSpecification modified => Type(modified.ElementType),
        GenericParameter { Type: GenericParameterType.Method } parameter => symbols.Parameter(TypeKind.MethodTypeParameter, parameter.Name, parameter.Position),
        GenericParameter parameter => symbols.Parameter(TypeKind.TypeParameter, parameter.Name, parameter.Position),
        { MetadataToken.RID: 0 } => Primitive(type),
        _ => Named(type),
    };

    /// <summary>What signatures say in one byte (<c>int</c>, <c>string</c>) has no token, but always the same object.</summary>
    private TypeRef Primitive(TypeReference type)
    {
        if (!_primitives.TryGetValue(type, out var known))
            _primitives[type] = known = Named(type);
        return known;
    }

    private TypeRef Named(TypeReference type)
    {
        if (type.DeclaringType is not { } outer)
            return symbols.Named(type.Namespace ?? "", type.Name, AssemblyOf(type.Scope), []);
        var declaring = Type(outer);
        return symbols.Named(declaring.Namespace, declaring.Name + "+" + type.Name, declaring.Assembly, []);
    }

    private ImmutableArray<TypeRef> Types(Collection<TypeReference> types)
    {
        var imported = new TypeRef[types.Count];
        for (var i = 0; i < imported.Length; i++)
            imported[i] = Type(types[i]);
        return ImmutableCollectionsMarshal.AsImmutableArray(imported);
    }

    private ImmutableArray<TypeRef> Parameters(Collection<Mono.Cecil.ParameterDefinition> parameters)
    {
        var imported = new TypeRef[parameters.Count];
        for (var i = 0; i < imported.Length; i++)
            imported[i] = Type(parameters[i].ParameterType);
        return ImmutableCollectionsMarshal.AsImmutableArray(imported);
    }

    private static string AssemblyOf(IMetadataScope? scope) => scope switch
    {
        ModuleDefinition module => module.Assembly?.Name.Name ?? module.Name,
        AssemblyNameReference reference => reference.Name,
        _ => "",
    };
}
