using ScaleFitness.Code.Metadata;
using ScaleFitness.Model;
using ScaleFitness.Model.Data;
using ScaleFitness.Model.EntryPoints;
using ScaleFitness.Model.Services;

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

    private string? Why(TypeDefinition type)
    {
        if (!type.IsConcrete)
            return null;
        if (app.Services.LifetimeOf(type) == Lifetime.Singleton && !app.Code.Program.Derives(type.Reference, EntityModel.DbContext))
            return app.Code.Program.Derives(type.Reference, "Microsoft.Extensions.Hosting.IHostedService")
                ? $"{type.Reference.DisplayName} is a hosted service: it lives as long as the process"
                : $"{type.Reference.DisplayName} is a singleton: all requests share it";
        var isMiddleware = app.EntryPoints.Any(e => e is { Kind: EntryPointKind.Middleware, Registration: not null } && e.Type == type)
            && !app.Code.Program.Derives(type.Reference, "Microsoft.AspNetCore.Http.IMiddleware");
        return isMiddleware ? $"{type.Reference.DisplayName} is middleware: it is made once" : null;
    }
}
