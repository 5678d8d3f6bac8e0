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
        foreach (var function in index.Mentioning(n => n is "HasKey" or "HasNoKey" or "HasAlternateKey" or "HasIndex" or "IsUnique" or "HasForeignKey" or "HasData" or "Entity" or "ApplyConfiguration" or "Set"
            or "OwnsMany" or "AutoInclude" or "IsRowVersion" or "IsConcurrencyToken" or "UseXminAsConcurrencyToken" or "HasComputedColumnSql" or "HasMethod" or "HasOperators"
            or "UseQuerySplittingBehavior" or "UseQueryTrackingBehavior" or "set_QueryTrackingBehavior"))
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
                Columns(call, columns =>
                {
                    entity.KeySets.Add(columns.ToHashSet());
                    entity.IndexList.Add(columns);
                });
                break;
            case "HasNoKey" when EntityOf(call) is { } keyless:
                keyless.IsKeyless = true;
                break;
            case "HasIndex" when EntityOf(call) is { } entity:
                Columns(call, entity.IndexList.Add);
                break;
            case "HasIndex" when IsOfEveryEntity(call):
                Columns(call, model.SharedIndexes.Add);
                break;
            case "UseQuerySplittingBehavior":
                model.SplitsQueries |= ValueWalk.Constant(call.Arguments[^1]) is 1;
                break;
            // Set from outside, it is that of one context object for as long as a request lasts.
            case "UseQueryTrackingBehavior" or "set_QueryTrackingBehavior" when call.Method.Name[0] == 'U' || code.Program.Derives(call.Function.Owner.Definition.DeclaringType.Reference, EntityModel.DbContext):
                model.IsUntracked |= ValueWalk.Constant(call.Arguments[^1]) is 1 or 2;
                break;
            case "IsUnique" when call.Receiver is { } receiver && ValueWalk.Constant(call.Arguments.FirstOrDefault()) is not 0:
                foreach (var made in ValueWalk.Origins(receiver).OfType<CallValue>())
                    if (made.Call.Method.Name == "HasIndex" && EntityOf(made.Call) is { } indexed)
                        Columns(made.Call, columns => indexed.KeySets.Add(columns.ToHashSet()));
                break;
            case "HasForeignKey":
                ForeignKey(call);
                break;
            case "OwnsMany" when EntityOf(call) is { } owner && !IsJson(call):
                Columns(call, columns => owner.AutoIncludedSet.UnionWith(columns));
                break;
            case "AutoInclude" or "IsRowVersion" or "IsConcurrencyToken" or "HasComputedColumnSql" or "HasMethod" or "HasOperators" when call.Subject is { } configured:
                Configure(call, configured);
                break;
            case "UseXminAsConcurrencyToken" when call.Method.DeclaringType.SoleArgument is null && call.Arguments is [{ Type.SoleArgument: { } versioned }, ..] && model.Of(versioned) is { } entity:
                entity.HasConcurrencyToken = true;
                break;
            case "HasData" when EntityOf(call) is { } seeded:
                _seeded.Add(seeded);
                break;
        }
    }

    /// <summary>What is said of a property, navigation or index that a call before it names.</summary>
    private void Configure(Call call, Value configured)
    {
        for (var step = configured; step is not null && ValueWalk.Origins(step) is [CallValue { Call: var made }]; step = made.Subject)
        {
            if (EntityOf(made) is not { } entity)
                continue;
            switch (call.Method.Name)
            {
                case "AutoInclude" when ValueWalk.Constant(call.Arguments.LastOrDefault()) is not 0:
                    Columns(made, columns => entity.AutoIncludedSet.UnionWith(columns));
                    break;
                case "IsRowVersion" or "IsConcurrencyToken":
                    entity.HasConcurrencyToken = true;
                    break;
                case "HasComputedColumnSql" or "HasMethod" or "HasOperators":
                    Columns(made, columns => entity.SearchColumnSet.UnionWith(columns));
                    break;
            }

            return;
        }
    }

    /// <summary>An owned collection that is stored in a column of its owner's row.</summary>
    private bool IsJson(Call owns) =>
        code.BodyOf(owns.Function).Calls.Any(c => c.Method.Name == "ToJson" && c.Subject is { } subject && ValueWalk.Origins(subject).Any(o => o is CallValue made && made.Call == owns))
        || owns.Arguments.SelectMany(Dispatch.FunctionsOf).Any(f => code.BodyOf(f).Calls.Any(c => c.Method.Name == "ToJson"));

    /// <summary>A configuration of a base class, or of entities found by reflection.</summary>
    private static bool IsOfEveryEntity(Call call) =>
        call.Method.DeclaringType.FullName.StartsWith(Builder, StringComparison.Ordinal) && (call.Method.DeclaringType.Arguments.IsEmpty || call.Method.DeclaringType.SoleArgument is { Kind: not TypeKind.Named });

    private Entity? EntityOf(Call call) =>
        call.Method.DeclaringType is { SoleArgument: { } type } declaring && declaring.FullName.StartsWith(Builder, StringComparison.Ordinal) ? model.Add(type, code.Program) : null;

    private void ForeignKey(Call call)
    {
        // By name, the dependent entity is the second that the relationship's builder is about.
        if (call.Method.DeclaringType.Arguments is [_, { } dependent] && model.Of(dependent) is { } named && !call.Arguments.Any(a => ExpressionReader.Lambda(a) is not null))
            Columns(call, named.IndexList.Add);
        // The dependent entity is the lambda's parameter, or the first type argument of the relationship's builder.
        foreach (var argument in call.Arguments)
            if (ExpressionReader.Lambda(argument) is { Parameters: [{ Type: { } type }] } && model.Of(type) is { } entity)
                Columns(call, columns =>
                {
                    entity.ForeignKeyColumns.UnionWith(columns);
                    entity.IndexList.Add(columns);
                });
    }

    private static void Columns(Call call, Action<IReadOnlyList<string>> found)
    {
        var columns = new List<string>();
        foreach (var argument in call.Arguments)
        {
            if (ExpressionReader.Lambda(argument) is { } lambda)
                Members(lambda.Body, columns);
            foreach (var origin in ValueWalk.Origins(argument))
                if (origin is ArrayValue array)
                    columns.AddRange(array.Elements.Select(ValueWalk.Constant).OfType<string>());
        }

        if (columns.Count > 0)
            found(columns);
    }

    /// <summary><c>x => x.A</c> or <c>x => new { x.A, x.B }</c>.</summary>
    private static void Members(ExpressionNode node, List<string> columns)
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
