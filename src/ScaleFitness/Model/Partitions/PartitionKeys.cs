using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Expressions;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Data;
using ScaleFitness.Model.Tracing;

namespace ScaleFitness.Model.Partitions;

/// <summary>Finds keys that put most rows, messages or calls of a moment into one partition.</summary>
public sealed class PartitionKeys
{
    private static readonly string[] DynamoNames = ["PK", "pk", "Pk", "PartitionKey", "partitionKey", "HashKey", "hashKey"];

    private readonly CodeModel _code;
    private readonly TypeHierarchy _types;
    private readonly HotKeys _hot;
    private readonly Provenance _provenance;
    private readonly IReadOnlyList<Entity> _told;
    private readonly HashSet<Entity> _seen = [];

    internal PartitionKeys(CodeModel code, CallIndex index, TypeHierarchy types, Provenance provenance, HotKeys hot, EntityModel entities)
    {
        _code = code;
        _types = types;
        _hot = hot;
        _provenance = provenance;
        _told = [.. entities.All.Where(e => e.PartitionKey.Count > 0)];
        All =
        [
            .. index.Mentioning(MayKey).SelectMany(f => code.BodyOf(f).Calls).Select(Of).OfType<PartitionKeyUse>(),
            .. _told.Select(OfEntity).OfType<PartitionKeyUse>(),
            .. code.Program.Types.Where(t => !t.IsCompilerGenerated).SelectMany(OfType),
        ];
    }

    /// <summary>All of them, in the order of the code.</summary>
    public IReadOnlyList<PartitionKeyUse> All { get; }

    private static bool MayKey(string name) => name is
        "CreateItemAsync" or "UpsertItemAsync" or "ReplaceItemAsync" or "CreateContainerIfNotExistsAsync" or "CreateContainerAsync" or "ContainerProperties" or "HasPartitionKey"
        or "AttributeValue" or "set_Key" or "set_PartitionKey" or "set_PartitionId" or "TableEntity" or "GetGrain";

    private PartitionKeyUse? Of(Call call)
    {
        var type = call.Method.DeclaringType.FullName;
        switch (call.Method.Name)
        {
            case "CreateItemAsync" or "UpsertItemAsync" or "ReplaceItemAsync" when type == PartitionSymbols.CosmosContainer:
                return call.Arguments.SelectMany(CosmosKeys).Select(key => Use("Cosmos DB", Cosmos(key), call)).FirstOrDefault(u => u is not null);
            case "CreateContainerIfNotExistsAsync" or "CreateContainerAsync" when type == PartitionSymbols.CosmosDatabase && call.Arguments.Count > 1:
                return Path(call.Arguments[1], call);
            case ".ctor" when type == PartitionSymbols.CosmosProperties && call.Arguments.Count > 1:
                return Path(call.Arguments[1], call);
            case "HasPartitionKey":
                return EfCosmos(call);
            case "set_Item" or "Add" when call.Arguments is [var name, var value] && ValueWalk.Constant(name) is string attribute && DynamoNames.Contains(attribute):
                return Dynamo(value, call);
            case "set_Key" when type == PartitionSymbols.KafkaMessage:
                return Use("Kafka", _hot.Of(call.Arguments[0]), call);
            case "set_PartitionKey" or "set_PartitionId" when _code.Program.Derives(call.Method.DeclaringType, PartitionSymbols.EventHubOptions):
                return Use("Event Hubs", _hot.Of(call.Arguments[0]), call);
            case "set_PartitionKey" when _code.Program.Derives(call.Method.DeclaringType, PartitionSymbols.TableEntityInterface):
                return Use("Table storage", _hot.Of(call.Arguments[0]), call);
            case ".ctor" when type == PartitionSymbols.TableEntity && call.IsConstruction && call.Arguments.Count > 1:
                return Use("Table storage", _hot.Of(call.Arguments[0]), call);
            case "GetGrain" when _code.Program.Derives(call.Method.DeclaringType, PartitionSymbols.GrainFactory) && call.Arguments.Count > 0:
                return Grain(call);
            default:
                return null;
        }
    }

    private static PartitionKeyUse? Use(string store, string? made, Call site, bool isDefinition = false) => made is null ? null : new(store, made, site, null, isDefinition);

    /// <summary>The keys that a nullable argument may hold.</summary>
    private IEnumerable<NewValue> CosmosKeys(Value argument) => _provenance.Of(argument).OfType<NewValue>().SelectMany(made =>
        made.Type?.FullName == PartitionSymbols.CosmosKey ? [made]
        : made.Call is { Method.DeclaringType.FullName: "System.Nullable`1", Arguments: [var inner] } ? CosmosKeys(inner)
        : []);

    private string? Cosmos(NewValue key) =>
        key.Call.Method.Parameters is [{ FullName: "System.Boolean" }] ? "a flag" : key.Call.Arguments.Count == 1 ? _hot.Of(key.Call.Arguments[0]) : null;

    /// <summary><c>/status</c>: what the app's documents have under that name.</summary>
    private PartitionKeyUse? Path(Value path, Call call)
    {
        if (ValueWalk.Constant(path) is not string text || text.LastIndexOf('/') is var slash && slash < 0)
            return null;
        var name = text[(slash + 1)..];
        var properties = _code.Program.Types.Where(t => !t.IsInterface).SelectMany(t => t.Properties).Where(p => IsNamed(p, name)).ToList();
        var made = properties.Select(p => _hot.OfType(p.Type)).Distinct().ToList();
        return made is [{ } only] ? Use("Cosmos DB", only, call, true) : null;
    }

    private static bool IsNamed(PropertyDefinition property, string name) =>
        property.Name.Equals(name, StringComparison.OrdinalIgnoreCase)
        || property.Attributes.Any(a => a.Type.Name is "JsonPropertyNameAttribute" or "JsonPropertyAttribute" && a.Arguments is [string json, ..] && json == name);

    /// <summary>What the host says of a key that no call in sight names whole; one good part makes it good.</summary>
    private PartitionKeyUse? OfEntity(Entity entity)
    {
        var made = entity.PartitionKey.Select(name => _hot.OfType(entity.Columns.FirstOrDefault(c => c.Name == name)?.Type)).ToList();
        return _seen.Contains(entity) || made.Contains(null) ? null : new("Cosmos DB", made[0]!, null, entity.Type, true);
    }

    private PartitionKeyUse? EfCosmos(Call call)
    {
        if (call.Subject?.Type is { Arguments: [var configured, ..] } && _told.FirstOrDefault(e => e.Type.Reference.FullName == configured.FullName) is { } told)
        {
            _seen.Add(told);
            var parts = told.PartitionKey.Select(name => _hot.OfType(told.Columns.FirstOrDefault(c => c.Name == name)?.Type)).ToList();
            return parts.Contains(null) ? null : Use("Cosmos DB", parts[0], call, true);
        }

        foreach (var argument in call.Arguments.Skip(call.Method.HasThis ? 0 : 1))
        {
            if (ExpressionReader.Lambda(argument) is { Body: MemberNode member })
                return Use("Cosmos DB", _hot.OfType(member.Type), call, true);
            if (ValueWalk.Constant(argument) is string name && call.Subject?.Type is { Arguments: [var entity, ..] } && _code.Program.Find(entity)?.Properties.FirstOrDefault(p => p.Name == name) is { } property)
                return Use("Cosmos DB", _hot.OfType(property.Type), call, true);
        }

        return null;
    }

    private PartitionKeyUse? Dynamo(Value value, Call call)
    {
        foreach (var made in ValueWalk.Origins(value).OfType<NewValue>().Where(m => m.Type?.FullName == PartitionSymbols.DynamoValue))
        {
            var text = _code.BodyOf(call.Function).Calls.FirstOrDefault(c => c.Method.Name == "set_S" && c.Receiver is { } receiver && ValueWalk.Origins(receiver).Contains(made))?.Arguments[0]
                ?? made.Call.Arguments.FirstOrDefault();
            if (text is not null && _hot.Of(text) is { } hot)
                return Use("DynamoDB", hot, call);
        }

        return null;
    }

    /// <summary>A grain runs one call at a time: one for everybody is a queue. Stateless workers are made as often as needed.</summary>
    private PartitionKeyUse? Grain(Call call)
    {
        if (call.Method.TypeArguments is not [var grain] || _types.Derived(grain.FullName).Any(t => t.Attributes.Any(a => a.Type.FullName == PartitionSymbols.StatelessWorker)))
            return null;
        return Use("Orleans", _hot.Of(call.Arguments[0]), call);
    }

    private IEnumerable<PartitionKeyUse> OfType(TypeDefinition type)
    {
        foreach (var property in type.Properties)
            if (property.Attributes.Any(a => a.Type.FullName == PartitionSymbols.DynamoHashKey) && _hot.OfType(property.Type) is { } made)
                yield return new("DynamoDB", made, null, type, true);
        if (!_code.Program.Derives(type.Reference, PartitionSymbols.TableEntityInterface))
            yield break;
        foreach (var constructor in type.Methods.Where(m => m.Name == ".ctor").Select(_code.Folded.FunctionOf).OfType<Code.Folding.SourceFunction>())
            foreach (var write in _code.BodyOf(constructor).FieldWrites)
                if (write.Definition is { Property.Name: "PartitionKey" } && write.Value is ConstantValue { Constant: string { Length: > 0 } } && !IsSet(type))
                    yield return new("Table storage", "a constant", null, type, true);
    }

    /// <summary>An initialiser is only a default where something else is set.</summary>
    private bool IsSet(TypeDefinition type) =>
        _code.Functions.Any(f => f.BodyMethod.Body!.Code.Any(i => i.Operand is MethodRef { Name: "set_PartitionKey" } set && set.DeclaringType.FullName == type.Reference.FullName));
}
