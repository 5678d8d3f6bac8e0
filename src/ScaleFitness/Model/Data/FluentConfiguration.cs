using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Expressions;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Data;

/// <summary>Reads <c>modelBuilder.Entity&lt;T&gt;()…</c> and <c>IEntityTypeConfiguration&lt;T&gt;</c>.</summary>
internal sealed class FluentConfiguration(CodeModel code, CallIndex index, EntityModel model)
{
    private const string Builder = "Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder";

    private readonly HashSet<Entity> _seeded = [];

    public void Apply()
    {
        foreach (var function in index.Mentioning(n => n is "HasKey" or "HasAlternateKey" or "IsUnique" or "HasForeignKey" or "HasData" or "Entity" or "ApplyConfiguration" or "Set"))
            foreach (var call in code.BodyOf(function).Calls)
                Apply(call);
        foreach (var entity in _seeded)
            entity.IsSeedOnly = !IsAdded(entity);
    }

    private void Apply(Call call)
    {
        switch (call.Method.Name)
        {
            case "Entity" when call.Method.TypeArguments is [var type] && call.Method.DeclaringType.FullName == "Microsoft.EntityFrameworkCore.ModelBuilder":
                model.Add(type, code.Program);
                break;
            case "Set" when call.Method.TypeArguments is [{ Kind: TypeKind.Named } type] && call.Method.DeclaringType.FullName == EntityModel.DbContext:
                model.Add(type, code.Program);
                break;
            case "HasKey" or "HasAlternateKey" when EntityOf(call) is { } entity:
                Columns(call, entity.KeySets.Add);
                break;
            case "IsUnique" when call.Receiver is { } receiver && ValueWalk.Constant(call.Arguments.FirstOrDefault()) is not 0:
                foreach (var made in ValueWalk.Origins(receiver).OfType<CallValue>())
                    if (made.Call.Method.Name == "HasIndex" && EntityOf(made.Call) is { } indexed)
                        Columns(made.Call, indexed.KeySets.Add);
                break;
            case "HasForeignKey":
                ForeignKey(call);
                break;
            case "HasData" when EntityOf(call) is { } seeded:
                _seeded.Add(seeded);
                break;
        }
    }

    private Entity? EntityOf(Call call) =>
        call.Method.DeclaringType is { SoleArgument: { } type } declaring && declaring.FullName.StartsWith(Builder, StringComparison.Ordinal) ? model.Add(type, code.Program) : null;

    private void ForeignKey(Call call)
    {
        // The dependent entity is the lambda's parameter, or the first type argument of the relationship's builder.
        foreach (var argument in call.Arguments)
            if (ExpressionReader.Lambda(argument) is { Parameters: [{ Type: { } type }] } && model.Of(type) is { } entity)
                Columns(call, columns => entity.ForeignKeyColumns.UnionWith(columns));
    }

    private static void Columns(Call call, Action<IReadOnlySet<string>> found)
    {
        var columns = new HashSet<string>(StringComparer.Ordinal);
        foreach (var argument in call.Arguments)
        {
            if (ExpressionReader.Lambda(argument) is { } lambda)
                Members(lambda.Body, columns);
            foreach (var origin in ValueWalk.Origins(argument))
                if (origin is ArrayValue array)
                    columns.UnionWith(array.Elements.Select(ValueWalk.Constant).OfType<string>());
        }

        if (columns.Count > 0)
            found(columns);
    }

    /// <summary><c>x => x.A</c> or <c>x => new { x.A, x.B }</c>.</summary>
    private static void Members(ExpressionNode node, HashSet<string> columns)
    {
        if (node is MemberNode { Object: ParameterNode } member)
            columns.Add(member.Name);
        else if (node is OtherNode other)
            foreach (var child in other.Children)
                Members(child, columns);
    }

    /// <summary>By the context itself or by a repository; adding to a collection in memory tells nothing.</summary>
    private bool IsAdded(Entity entity) =>
        index.Mentioning(n => n is "Add" or "AddAsync" or "AddRange" or "AddRangeAsync" or "Attach" or "Update" or "UpdateAsync" or "Insert" or "InsertAsync" or "Create" or "CreateAsync")
            .SelectMany(f => code.BodyOf(f).Calls)
            .Any(c => c.Method.HasThis && !c.IsConstruction && !c.Method.DeclaringType.Namespace.StartsWith("System.Collections", StringComparison.Ordinal)
                && c.Method.Name is "Add" or "AddAsync" or "AddRange" or "AddRangeAsync" or "Attach" or "Update" or "UpdateAsync" or "Insert" or "InsertAsync" or "Create" or "CreateAsync"
                && (Names(c.Method.DeclaringType.SoleArgument, entity) || c.Arguments.Any(a => Names(a.Type, entity))));

    private static bool Names(TypeRef? type, Entity entity) => type?.FullName == entity.Type.Reference.FullName;
}
