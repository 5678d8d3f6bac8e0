using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Expressions;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Data;
using ScaleFitness.Model.Sql;
using ScaleFitness.Model.Tracing;

namespace ScaleFitness.Model.Partitions;

/// <summary>Finds queries that name no partition.</summary>
public sealed class ScatteredQueries
{
    private readonly CodeModel _code;
    private readonly Texts _texts;
    private readonly Provenance _provenance;
    private readonly QueryReader _queries;
    private readonly Dictionary<string, IReadOnlyList<string>> _keys;

    internal ScatteredQueries(CodeModel code, CallIndex index, Texts texts, Provenance provenance, QueryReader queries)
    {
        _code = code;
        _texts = texts;
        _provenance = provenance;
        _queries = queries;
        _keys = EfKeys(code, index);
        All = [.. index.Mentioning(n => n is "GetItemQueryIterator" or "GetItemQueryStreamIterator" or "GetItemLinqQueryable" or "ScanAsync" or "FromScanAsync" or "Scan" or "Query" or "QueryAsync").SelectMany(f => code.BodyOf(f).Calls).Select(Of).OfType<ScatteredQuery>()];
        if (_keys.Count > 0)
            All = [.. All, .. index.Mentioning(n => QueryMethods.Materialisers.Contains(n) || QueryMethods.Bounding.Contains(n)).SelectMany(f => code.BodyOf(f).Calls).Select(EfCosmos).OfType<ScatteredQuery>()];
    }

    /// <summary>All of them, in the order of the code.</summary>
    public IReadOnlyList<ScatteredQuery> All { get; }

    private ScatteredQuery? Of(Call call)
    {
        var type = call.Method.DeclaringType;
        if (type.Is(PartitionSymbols.CosmosContainer) && call.Method.Name is "GetItemQueryIterator" or "GetItemQueryStreamIterator" or "GetItemLinqQueryable")
            return Cosmos(call);
        if (call.Method.Name is "ScanAsync" or "FromScanAsync" or "Scan" && (_code.Program.Derives(type, PartitionSymbols.DynamoClient) || _code.Program.Derives(type, PartitionSymbols.DynamoContext)))
            return new(call, "DynamoDB", "a scan", false);
        return type.Is(PartitionSymbols.TableClient) && call.Method.Name is "Query" or "QueryAsync" ? Table(call) : null;
    }

    /// <summary>The SDK sends a query to one partition where the options name it, or where its filter pins the key: which column that is cannot be seen here.</summary>
    private ScatteredQuery? Cosmos(Call call)
    {
        for (var i = 0; i < call.Arguments.Count; i++)
            if (call.Method.Parameters[i].FullName == PartitionSymbols.CosmosQueryOptions && !NamesNoPartition(call.Arguments[i]))
                return null;
        if (call.Method.Name == "GetItemLinqQueryable")
            return new(call, "Cosmos DB", "a query without a partition key", _code.BodyOf(call.Function).Calls.Any(c => c.Method is { Name: "Where", DeclaringType.FullName: "System.Linq.Queryable" }));
        var texts = call.Arguments.Take(1).SelectMany(TextsOf).ToList();
        // A text that cannot be read may pin the key.
        var selects = texts.SelectMany(t => SqlScript.Read(t)).SelectMany(s => s.Selects).ToList();
        if (selects.Count == 0 || selects.Exists(s => s.IsOpen))
            return null;
        return new(call, "Cosmos DB", "a query without a partition key", selects.TrueForAll(s => s.Cases.All(c => c.Pinned.Count > 0)));
    }

    /// <summary>Partition keys that EF Core's model declares, by the entity's name.</summary>
    private static Dictionary<string, IReadOnlyList<string>> EfKeys(CodeModel code, CallIndex index)
    {
        var keys = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var call in index.Mentioning("HasPartitionKey").SelectMany(f => code.BodyOf(f).Calls))
            if (call.Method.Is(PartitionSymbols.EfCosmosEntity, "HasPartitionKey") && call.Subject?.Type is { Arguments: [var entity, ..] })
                keys[entity.FullName] = [.. call.Arguments.Skip(1).Select(a => ExpressionReader.Lambda(a) is { Body: MemberNode member } ? member.Name : ValueWalk.Constant(a) as string).OfType<string>()];
        return keys;
    }

    /// <summary>EF Core names the partition itself where the filter pins its key.</summary>
    private ScatteredQuery? EfCosmos(Call call)
    {
        if (call.Subject is not { } subject || !QueryMethods.IsQueryOperator(call.Method) || QuerySources.IsSequence(call.Method.ReturnType))
            return null;
        foreach (var query in _queries.Read(subject))
        {
            if (query.Root is not EntityRoot root || !_keys.TryGetValue(root.Type.FullName, out var columns) || columns.Count == 0 || query.Operators.Any(o => o.Name == "WithPartitionKey"))
                continue;
            var conditions = query.Operators.Where(o => o.Name == "Where").Select(o => o.Arguments[^1]).Concat(call.Arguments.Where((_, i) => call.Method.Parameters[i].FullName == "System.Linq.Expressions.Expression`1")).Select(ExpressionReader.Lambda).ToList();
            var pinned = conditions.OfType<LambdaNode>().Aggregate(Predicate.Open, (all, next) => all.And(Predicate.Read(next)));
            if (!conditions.Contains(null) && !pinned.Cases.All(c => columns.All(c.Contains)))
                return new(call, "Cosmos DB", "a query without a partition key", false);
        }

        return null;
    }

    private IEnumerable<string> TextsOf(Value value)
    {
        foreach (var origin in _provenance.Of(value, call => call.Method.Name == "WithParameter" ? call.Receiver : null))
            foreach (var form in _texts.Of(origin is NewValue { Call: { Method.DeclaringType.FullName: PartitionSymbols.CosmosQueryDefinition, Arguments: [var text] } } ? text : origin))
                yield return form.Render(SqlTokenizer.Hole.ToString());
    }

    /// <summary>Whether options are absent, or made in sight with no partition key set.</summary>
    private bool NamesNoPartition(Value options) => _provenance.Of(options).All(o => o switch
    {
        ConstantValue { Constant: null } => true,
        NewValue made => !_code.BodyOf(made.Function).Calls.Any(c => c.Method.Name == "set_PartitionKey" && c.Receiver is { } receiver && ValueWalk.Origins(receiver).Contains(made)),
        _ => false,
    });

    private ScatteredQuery? Table(Call call)
    {
        if (call.Arguments.Count == 0)
            return null;
        if (ExpressionReader.Lambda(call.Arguments[0]) is { } lambda)
            return Mentions(lambda.Body) ? null : new(call, "Table storage", "a query without a partition key", false);
        if (call.Method.Parameters[0].FullName != "System.String")
            return null;
        var forms = _texts.Of(call.Arguments[0]);
        // A text with a piece that is not in sight may name it.
        return forms.All(f => !f.Holes.Any(h => !IsQuoted(f, h)) && !f.Render("?").Contains("PartitionKey", StringComparison.Ordinal)) ? new(call, "Table storage", "a query without a partition key", false) : null;
    }

    /// <summary>A value inside quotes is no condition.</summary>
    private static bool IsQuoted(TextForm form, Value hole)
    {
        var before = string.Concat(form.Parts.TakeWhile(p => p.Value != hole).Select(p => p.Literal));
        return before.Count(c => c == '\'') % 2 == 1;
    }

    private static bool Mentions(ExpressionNode node) => node switch
    {
        MemberNode member => member.Name == "PartitionKey" || member.Object is not null && Mentions(member.Object),
        BinaryNode binary => Mentions(binary.Left) || Mentions(binary.Right),
        UnaryNode unary => Mentions(unary.Operand),
        CallNode call => call.Object is not null && Mentions(call.Object) || call.Arguments.Any(Mentions),
        OtherNode other => other.Children.Any(Mentions),
        _ => false,
    };
}
