using ScaleFitness.Code.Metadata;
using ScaleFitness.Model;
using ScaleFitness.Model.Data;

namespace ScaleFitness.Rules.State;

/// <summary>Fields of singletons, hosted services, conventional middleware and of types themselves (statics), each with why it lives so long.</summary>
internal sealed class LongLivedFields(AppModel app)
{
    public IEnumerable<(FieldDefinition Field, string Why)> All()
    {
        foreach (var type in app.Code.Program.Types)
        {
            if (type.IsCompilerGenerated || type.IsGeneratedCode)
                continue;
            foreach (var field in type.Fields)
                if (field.IsStatic)
                    yield return (field, "it is static: all requests share it");
            if (Why(type) is not { } why)
                continue;
            for (var current = type; current is { IsExternal: false }; current = app.Code.Program.Find(current.BaseType))
                foreach (var field in current.Fields)
                    if (!field.IsStatic)
                        yield return (field, why);
        }
    }

    /// <summary>A context that is itself a singleton is its registration's fault.</summary>
    private string? Why(TypeDefinition type) =>
        app.Code.Program.Derives(type.Reference, EntityModel.DbContext) ? null : app.LongLived.Registered(type)?.Why;
}
