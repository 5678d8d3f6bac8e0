using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Data;

namespace ScaleFitness.Model.Writes;

/// <summary>Finds calls that add a row: EF Core's <c>Add</c>, and functions of the app that end in one.</summary>
internal sealed class Inserts(CodeModel code, Dispatch dispatch, EntityModel entities)
{
    /// <summary>A row is handed on by no more functions than this.</summary>
    private const int DepthLimit = 3;

    /// <summary>Calls in a function that add a row of the entity.</summary>
    public IEnumerable<Call> In(SourceFunction function, Entity entity) => code.BodyOf(function).Calls.Where(c => Adds(c, entity, 0));

    private bool Adds(Call call, Entity entity, int depth)
    {
        if (IsAdd(call.Method))
            return call.Arguments.Count > 0 && (TypeOf(call.Arguments[0]) == entity || depth > 0 && IsTypeParameter(call.Arguments[0]) || entities.Of(call.Method.DeclaringType.SoleArgument) == entity);
        // A function that is handed the row, or makes it itself.
        return depth < DepthLimit && !call.IsConstruction && !ExistenceChecks.IsName(call.Method.Name)
            && (depth > 0 || call.Arguments.Any(a => TypeOf(a) == entity))
            && dispatch.Targets(call).Any(t => code.BodyOf(t).Calls.Any(c => Adds(c, entity, depth + 1) && c.Arguments.Any(a => ValueWalk.Origins(a).Any(o => o is ArgumentValue { IsThis: false }))));
    }

    private Entity? TypeOf(Value value) => ValueWalk.Origins(value).Select(o => entities.Of(o.Type)).FirstOrDefault(e => e is not null);

    private static bool IsTypeParameter(Value value) => ValueWalk.Origins(value).Any(o => o.Type?.Kind is TypeKind.TypeParameter or TypeKind.MethodTypeParameter);

    private static bool IsAdd(MethodRef method) =>
        method.Name is "Add" or "AddAsync" && method.DeclaringType.FullName is "Microsoft.EntityFrameworkCore.DbSet`1" or EntityModel.DbContext;
}
