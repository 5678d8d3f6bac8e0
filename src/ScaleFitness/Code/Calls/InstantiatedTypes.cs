using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Calls;

/// <summary>
/// Types of which the app can make objects: constructed somewhere, or handed to a generic method or attribute that may
/// construct them (<c>UseMiddleware&lt;T&gt;</c>, <c>ActivatorUtilities</c>, <c>typeof(T)</c>).
/// </summary>
internal sealed class InstantiatedTypes
{
    private readonly HashSet<string> _types = new(StringComparer.Ordinal);

    public InstantiatedTypes(CompiledProgram program)
    {
        foreach (var type in program.Types)
            foreach (var method in type.Methods)
                if (!type.IsGeneratedCode)
                    Scan(method);
    }

    public bool Contains(TypeDefinition type) => _types.Contains(type.Reference.FullName);

    private void Scan(MethodDefinition scanned)
    {
        foreach (var mention in scanned.Mentions)
        {
            switch (mention.Symbol)
            {
                case MethodRef method when mention.Code == RawCode.New:
                    _types.Add(method.DeclaringType.FullName);
                    break;
                case MethodRef { Name: ".ctor" } constructor when constructor.DeclaringType.Kind == TypeKind.Named:
                    break;
                case MethodRef method when mention.Code == RawCode.Call:
                    foreach (var argument in method.TypeArguments)
                        _types.Add(argument.FullName);
                    break;
                case TypeRef type when mention.Code == RawCode.LoadToken:
                    _types.Add(type.FullName);
                    break;
            }
        }
    }
}
