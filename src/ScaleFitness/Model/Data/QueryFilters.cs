using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Expressions;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Data;

/// <summary>Reads <c>HasQueryFilter</c>: of one entity, or of every entity that a loop or a generic method applies it to.</summary>
internal sealed class QueryFilters(CodeModel code, CallIndex index, EntityModel model)
{
    private const string Builder = "Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder";

    private readonly List<EntityFilter> _shared = [];

    /// <summary>Whether a filter is put together in a way that code does not show: it may be any entity's.</summary>
    public bool HasUnseen { get; private set; }

    /// <summary>Every filter goes to its entities.</summary>
    public void Apply()
    {
        foreach (var call in index.Mentioning(n => n is "HasQueryFilter" or "SetQueryFilter").SelectMany(f => code.BodyOf(f).Calls).Where(IsFilter))
            Read(call);
        HasUnseen |= code.Program.Assemblies.SelectMany(a => a.References).Any(r => r.StartsWith("Finbuckle.MultiTenant", StringComparison.Ordinal) || r.StartsWith("Volo.Abp", StringComparison.Ordinal));
        foreach (var entity in model.All)
            entity.FilterList.AddRange(_shared.Where(f => f.Conditions.All(c => IsMember(entity, c.Column))));
    }

    private void Read(Call call)
    {
        if (call.Arguments.Select(ExpressionReader.Lambda).OfType<LambdaNode>().FirstOrDefault() is not { } lambda)
        {
            // Taking a filter away is none.
            HasUnseen |= !call.Arguments.All(a => ValueWalk.Origins(a) is [ConstantValue]);
            return;
        }

        var conditions = FilterConditions.Of(lambda, code.Program);
        var name = call.Method.Parameters is [{ FullName: "System.String" }, ..] ? ValueWalk.Constant(call.Arguments[0]) as string : null;
        var filter = new EntityFilter(name, conditions, call);
        if (call.Method.DeclaringType.SoleArgument is { Kind: TypeKind.Named } type)
            model.Add(type, code.Program)?.FilterList.Add(filter);
        else if (conditions.Count == 0)
            HasUnseen = true;
        else
            _shared.Add(filter);
    }

    private bool IsMember(Entity entity, string column) =>
        column.Split('.')[0] is var name && EntityConventions.Properties(entity.Type, code.Program).Any(p => p.Name == name);

    private static bool IsFilter(Call call) => call.Method.Name switch
    {
        "HasQueryFilter" => call.Method.DeclaringType.FullName.StartsWith(Builder, StringComparison.Ordinal),
        "SetQueryFilter" => call.Method.DeclaringType.Namespace.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal),
        _ => false,
    };
}
