using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Model.EntryPoints;

/// <summary>MVC's own conventions: what is a controller, and what is an action (ASP.NET Core, ControllerFeatureProvider and DefaultApplicationModelProvider).</summary>
public static class Controllers
{
    private const string Mvc = "Microsoft.AspNetCore.Mvc.";

    /// <summary>Whether MVC treats the type as a controller.</summary>
    public static bool IsController(TypeDefinition type, CompiledProgram program)
    {
        if (!type.IsConcrete || !type.Traits.HasFlag(TypeTraits.Public) || type.Reference.Name.Contains('`') || type.DeclaringType is { } outer && !outer.Traits.HasFlag(TypeTraits.Public))
            return false;
        if (Has(type, program, Mvc + "NonControllerAttribute"))
            return false;
        return program.Derives(type.Reference, Mvc + "ControllerBase")
            || Has(type, program, Mvc + "ControllerAttribute")
            || Has(type, program, Mvc + "ApiControllerAttribute")
            || (type.Reference.Name.EndsWith("Controller", StringComparison.Ordinal) && UsesMvc(type));
    }

    /// <summary>The actions of a controller, those inherited from the app's own bases included.</summary>
    public static IEnumerable<MethodDefinition> Actions(TypeDefinition type, CompiledProgram program) =>
        Conventions.Own(type, program, m => IsAction(m, program));

    private static bool IsAction(MethodDefinition method, CompiledProgram program)
    {
        if (!method.IsPublic || method.IsStatic || method.IsConstructor || (method.Traits & (MethodTraits.SpecialName | MethodTraits.Abstract)) != 0 || method.Reference.GenericArity > 0)
            return false;
        if (method.Attributes.Any(a => a.Type.FullName == Mvc + "NonActionAttribute"))
            return false;
        if (method.Name is "ToString" or "Equals" or "GetHashCode" or "Finalize" && method.Traits.HasFlag(MethodTraits.Override))
            return false;
        if (method.Name == "Dispose" && program.Derives(method.DeclaringType.Reference, "System.IDisposable"))
            return false;
        return method.Name is not ("OnActionExecuting" or "OnActionExecuted" or "OnActionExecutionAsync");
    }

    private static bool Has(TypeDefinition type, CompiledProgram program, string attribute) =>
        program.SelfAndBases(type.Reference).Select(program.Find).OfType<TypeDefinition>()
            .Any(t => t.Attributes.Any(a => a.Type.FullName == attribute));

    /// <summary>A class that is merely named so is a controller only where MVC is in sight: routes on it or its actions.</summary>
    private static bool UsesMvc(TypeDefinition type) =>
        type.Attributes.Concat(type.Methods.SelectMany(m => m.Attributes)).Any(a => a.Type.Namespace == "Microsoft.AspNetCore.Mvc");
}
