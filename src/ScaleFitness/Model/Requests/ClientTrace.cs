using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Requests;

/// <summary>One search for what the client chooses of a value.</summary>
internal sealed class ClientTrace(RequestValues model, bool heedsLimits, int nesting = 0)
{
    /// <summary>More values than this on the way back are no information.</summary>
    private const int ValueLimit = 1_000;

    private const int DepthLimit = 12;

    /// <summary>Limits of limits: a value that is its own limit, around a loop, is none.</summary>
    private const int NestingLimit = 3;

    /// <summary>Calls after which a value that they are given is within a limit, or the request has failed.</summary>
    private static readonly HashSet<string> Guards = new(StringComparer.Ordinal) { "ThrowIfGreaterThan", "ThrowIfGreaterThanOrEqual", "OutOfRange", "InRange", "Contains", "GreaterThan", "LessThan" };

    private readonly HashSet<(Value, Frame?)> _seen = [];
    private readonly List<ClientValue> _found = [];

    public IReadOnlyList<ClientValue> Run(Value value)
    {
        Visit(value, null);
        return [.. _found.Distinct()];
    }

    /// <summary>A call that is being looked into.</summary>
    private sealed record Frame(Call Call, SourceFunction Callee, Frame? Outer)
    {
        public int Depth { get; } = Outer is null ? 1 : Outer.Depth + 1;
    }

    private void Visit(Value value, Frame? frame)
    {
        if (_seen.Count > ValueLimit || !_seen.Add((value, frame)))
            return;
        switch (value)
        {
            case BoundedValue bounded:
                if (!IsLimit(bounded.Limit, frame))
                    Visit(bounded.Value, frame);
                break;
            case CapturedValue captured when heedsLimits && IsCompared(captured):
                break;
            case PhiValue when heedsLimits && value.Alternatives.Any(a => a is OutValue { Call: var call } && model.Dispatch.Targets(call).Count > 0):
                // `Limit(ref size)`: whoever is handed a variable to change it, changes it.
                break;
            case PhiValue or CapturedValue:
                foreach (var alternative in value.Alternatives)
                    Visit(alternative, frame);
                break;
            case AwaitValue await:
                Visit(await.Task, frame);
                break;
            case ArgumentValue { IsThis: false } argument:
                VisitArgument(argument, frame);
                break;
            case FieldValue { Definition: { } field } read:
                VisitField(read, field, frame);
                break;
            case CallValue { Call: var call }:
                VisitCall(call, frame);
                break;
            case NewValue { Call: { Method.DeclaringType: var type, Arguments: [var wrapped] } } when type.Is(RequestSymbols.Nullable):
                Visit(wrapped, frame);
                break;
            case OutValue { Call: { Method.Name: "TryParse", Arguments: [var text, ..] } }:
                Visit(text, frame);
                break;
            case ComputedValue computed:
                VisitComputed(computed, frame);
                break;
        }
    }

    private void VisitArgument(ArgumentValue argument, Frame? frame)
    {
        var function = argument.Function;
        if (heedsLimits && (model.Limits.OnType(argument.Type) || IsGuarded(argument)))
            return;
        if (frame?.Callee == function)
        {
            if (argument.Position < frame.Call.Arguments.Count)
                Visit(frame.Call.Arguments[argument.Position], frame.Outer);
            return;
        }

        if (model.Inputs.EndpointOf(function, argument.Position) is { } endpoint && argument.Parameter is { } parameter)
        {
            if (!heedsLimits || !(model.Limits.On(parameter.Attributes) || RoutesOf(endpoint).Any(r => DeclaredLimits.OnRoute(r, parameter.Name))))
                _found.Add(new(parameter.Name, argument.Type, function));
        }
        else if (IsSetterOfModel(function, out var property))
            _found.Add(new(property, argument.Type, function));
        foreach (var site in model.Sites.Of(function))
            if (argument.Position < site.Arguments.Count)
                Visit(site.Arguments[argument.Position], null);
    }

    private static IEnumerable<string> RoutesOf(EntryPoints.EntryPoint endpoint) =>
        (endpoint.Registration?.Arguments.Select(ValueWalk.Constant) ?? []).Concat(endpoint.Function.Method.Attributes.SelectMany(a => a.Arguments)).OfType<string>();

    private bool IsSetterOfModel(SourceFunction function, out string property)
    {
        property = function.Owner.DisplayName;
        return function.Method.Name.StartsWith("set_", StringComparison.Ordinal) && model.Inputs.IsModel(function.Method.DeclaringType.Reference);
    }

    private void VisitField(FieldValue read, FieldDefinition field, Frame? frame)
    {
        if (field.Property is { } property)
        {
            VisitProperty(field, property, frame?.Call.Receiver ?? read.Receiver);
            return;
        }

        // `get => _size > Max ? Max : _size` loads the field twice.
        if (heedsLimits && model.Code.BodyOf(read.Function).Comparisons.Any(c => Loads(c.Left, field) && ComparedProperties.IsLimit(c.Right) || Loads(c.Right, field) && ComparedProperties.IsLimit(c.Left)))
            return;
        foreach (var write in model.Sites.WritesTo(field))
            Visit(write.Value, null);
    }

    private static bool Loads(Value value, FieldDefinition field) => ValueWalk.Origins(value).Any(o => o is FieldValue f && f.Definition == field);

    private void VisitProperty(FieldDefinition field, PropertyDefinition property, Value? receiver)
    {
        var declaring = field.DeclaringType;
        var type = receiver?.Type;
        var isMade = receiver is not null && IsMade(receiver, NestingLimit);
        if (heedsLimits && (model.Limits.OnType(property.Type) || model.Limits.On(property.Attributes) || IsLimitedParameter(declaring, property)
            || model.Limits.OnProperty(declaring.Reference, property.Name) || model.Limits.OnProperty(type, property.Name) || model.Compared.Contains(property, declaring)))
            return;
        var owner = type is not null && model.Code.Program.Derives(type, declaring.Reference.FullName) ? type : declaring.Reference;
        if (!isMade && model.Inputs.IsBound(property, owner))
            _found.Add(new($"{owner.DisplayName}.{property.Name}", property.Type, model.Code.Folded.FunctionOf(property.Getter!) ?? model.Code.Functions.First()));
        foreach (var write in model.Sites.WritesTo(field))
            Visit(write.Value, null);
        if (property.Setter is { } setter && model.Code.Folded.FunctionOf(setter) is { } function)
            foreach (var site in model.Sites.Of(function))
                if (site.Arguments.Count > 0)
                    Visit(site.Arguments[0], null);
    }

    /// <summary>An object made here, or read back from a text of the program's own, holds what its maker puts in, not what a binder does.</summary>
    private bool IsMade(Value receiver, int depth) => ValueWalk.Origins(receiver).All(o => o switch
    {
        NewValue => true,
        CallValue { Call: { Method.Name: "Deserialize" or "DeserializeObject", Arguments: [var text, ..] } } => nesting < NestingLimit && new ClientTrace(model, false, nesting + 1).Run(text).Count == 0,
        FieldValue { Definition: { } field } when depth > 0 && !model.Inputs.IsModel(field.DeclaringType.Reference) => Stored(field) is [_, ..] values && values.All(v => IsMade(v, depth - 1)),
        CallValue { Call: { Method: { Parameters.IsEmpty: true } method } call } when depth > 0 && method.Name.StartsWith("get_", StringComparison.Ordinal) =>
            model.Dispatch.Targets(call) is [_, ..] getters && getters.SelectMany(g => model.Code.BodyOf(g).Returns).All(r => IsMade(r, depth - 1)),
        _ => false,
    });

    /// <summary>All that a field is ever given; a property's setter only hands on what it is called with.</summary>
    private List<Value> Stored(FieldDefinition field)
    {
        var setter = field.Property?.Setter is { } method ? model.Code.Folded.FunctionOf(method) : null;
        var given = setter is null ? [] : model.Sites.Of(setter).Where(s => s.Arguments.Count > 0).Select(s => s.Arguments[0]);
        return [.. model.Sites.WritesTo(field).Where(w => w.Function != setter).Select(w => w.Value), .. given];
    }

    /// <summary>A positional record's attributes stand on the constructor's parameter of that name.</summary>
    private bool IsLimitedParameter(TypeDefinition type, PropertyDefinition property) =>
        type.Methods.Where(m => m.Name == ".ctor").SelectMany(m => m.Parameters).Any(p => p.Name == property.Name && model.Limits.On(p.Attributes));

    private void VisitCall(Call call, Frame? frame)
    {
        var method = call.Method;
        var type = method.DeclaringType.FullName;
        if (method.Name is "Min" or "Clamp" && (type == RequestSymbols.Math || type.StartsWith("System.Int", StringComparison.Ordinal) || type.StartsWith("System.UInt", StringComparison.Ordinal)))
        {
            if (!(method.Name == "Min" ? call.Arguments.Any(a => IsLimit(a, frame)) : call.Arguments is [_, _, var max] && IsLimit(max, frame)))
                VisitAll(call.Arguments.Take(method.Name == "Min" ? 2 : 1), frame);
        }
        else if (type is RequestSymbols.Math or RequestSymbols.Convert or RequestSymbols.Nullable or RequestSymbols.StringValues || method.Name is "Parse" or "op_Implicit" or "op_Explicit" or "ToString" || (method.Name is "Max" or "Abs" && type.StartsWith("System.Int", StringComparison.Ordinal)))
            VisitAll(call.Receiver is { } receiver ? [receiver, .. call.Arguments] : call.Arguments, frame);
        else if (method.Name == "get_Item" && type is RequestSymbols.Query or RequestSymbols.Form or RequestSymbols.Headers or RequestSymbols.RouteValues)
            _found.Add(new($"\"{ValueWalk.Constant(call.Arguments.FirstOrDefault())}\" of the request", null, call.Function));
        else if ((frame?.Depth ?? 0) < DepthLimit)
            VisitTargets(call, frame);
    }

    private void VisitTargets(Call call, Frame? frame)
    {
        var targets = model.Dispatch.Targets(call);
        // Generated messages (gRPC) keep their own fields in their own way.
        if (call.Method.Name.StartsWith("get_", StringComparison.Ordinal) && call.Method.Parameters.IsEmpty && model.Inputs.IsModel(call.Receiver?.Type) && targets.All(t => t.Owner.Definition.DeclaringType.IsGeneratedCode))
            _found.Add(new($"{call.Receiver!.Type!.DisplayName}.{call.Method.Name[4..]}", call.Result.Type, call.Function));
        foreach (var target in targets)
            foreach (var returned in model.Code.BodyOf(target).Returns)
                Visit(returned, new(call, target, frame));
    }

    private void VisitAll(IEnumerable<Value> values, Frame? frame)
    {
        foreach (var value in values)
            Visit(value, frame);
    }

    private void VisitComputed(ComputedValue computed, Frame? frame)
    {
        switch (computed.Operation)
        {
            case "Add" or "Subtract" or "Multiply":
                VisitAll(computed.Operands, frame);
                break;
            case "Divide":
                VisitAll(computed.Operands.Take(1), frame);
                break;
            case "Remainder" when !heedsLimits:
                VisitAll(computed.Operands.Take(1), frame);
                break;
        }
    }

    /// <summary>Whether something is a limit: a number, or what the program chooses. The size of a table is none: it grows.</summary>
    private bool IsLimit(Value limit, Frame? frame)
    {
        if (!heedsLimits || nesting >= NestingLimit)
            return false;
        var origins = ValueWalk.Origins(limit);
        if (origins.Any(o => o is ConstantValue { Constant: var constant } && !DeclaredLimits.IsLimit(constant)) || origins.Any(IsCount))
            return false;
        var inner = new ClientTrace(model, heedsLimits, nesting + 1);
        inner.Visit(limit, frame);
        return inner._found.Count == 0;
    }

    private static bool IsCount(Value value) =>
        ValueWalk.Origins(ValueWalk.Awaited(value)).Any(o => o is CallValue { Call.Method.Name: "Count" or "CountAsync" or "LongCount" or "LongCountAsync" });

    /// <summary>Whether the function checks its argument by a call, or against a list of numbers.</summary>
    private bool IsGuarded(ArgumentValue argument)
    {
        var body = model.Code.BodyOf(argument.Function);
        return body.Calls.Any(c => Guards.Contains(c.Method.Name) && c.Arguments.Any(a => ValueWalk.Origins(a).Contains(argument)))
            || body.Comparisons.Any(c => !c.IsOrder && (IsOneOf(c.Left, c.Right, argument) || IsOneOf(c.Right, c.Left, argument)));
    }

    private static bool IsOneOf(Value side, Value other, ArgumentValue argument) =>
        ValueWalk.Constant(other) is int and > 1 && ValueWalk.Origins(side).Contains(argument);

    /// <summary>Facts do not follow a variable into a lambda; that somebody compares it does.</summary>
    private bool IsCompared(CapturedValue captured)
    {
        var owner = captured.Function;
        while (owner.Parent is { } parent)
            owner = parent;
        return owner.Owner.Functions.SelectMany(f => model.Code.BodyOf(f).Comparisons).Any(c => c.IsOrder
            && (Shares(c.Left, captured) && ComparedProperties.IsLimit(c.Right) || Shares(c.Right, captured) && ComparedProperties.IsLimit(c.Left)));
    }

    private static bool Shares(Value side, CapturedValue captured) => ValueWalk.Origins(side).Intersect(ValueWalk.Origins(captured)).Any(o => o is not ConstantValue);
}
