using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.EntryPoints;

/// <summary>Entry points that a call names: minimal APIs, middleware, timers and jobs.</summary>
internal static class MappedEntryPoints
{
    private const string HttpMethods = "Microsoft.AspNetCore.Http.HttpMethods";

    private static readonly Dictionary<string, string> Verbs = new(StringComparer.Ordinal)
    {
        ["MapGet"] = "GET",
        ["MapPost"] = "POST",
        ["MapPut"] = "PUT",
        ["MapDelete"] = "DELETE",
        ["MapPatch"] = "PATCH",
        ["Map"] = "ANY",
        ["MapMethods"] = "ANY",
        ["MapFallback"] = "FALLBACK",
    };

    /// <summary>Whether a call maps an endpoint to a delegate.</summary>
    public static bool IsEndpointMapping(MethodRef method) =>
        Verbs.ContainsKey(method.Name) && method.Parameters.Length > 0
        && method.Parameters[0].FullName == "Microsoft.AspNetCore.Routing.IEndpointRouteBuilder"
        && method.Parameters.Any(p => p.FullName is "System.Delegate" or "Microsoft.AspNetCore.Http.RequestDelegate");

    public static IEnumerable<EntryPoint> Of(Call call, CodeModel code)
    {
        var method = call.Method;
        if (IsEndpointMapping(method))
            return Delegates(call).Select(f => new EntryPoint(EntryPointKind.MinimalApi, f, null, call, $"{VerbOf(call)} {RouteOf(call)}"));
        if (method.Name == "UseMiddleware")
            return Middleware(call, code);
        if (method.Name is "Use" or "Run" or "UseWhen" or "MapWhen" && method.Parameters.Length > 0 && method.Parameters[0].FullName == "Microsoft.AspNetCore.Builder.IApplicationBuilder")
            return method.Name is "Use" or "Run" ? Delegates(call).Select(f => new EntryPoint(EntryPointKind.Middleware, f, null, call, "middleware")) : [];
        if (method.Name is "AddEndpointFilter" or "AddEndpointFilterFactory")
            return Delegates(call).Select(f => new EntryPoint(EntryPointKind.Filter, f, null, call, "endpoint filter"));
        if (call.IsConstruction && method.DeclaringType.FullName is "System.Threading.Timer" or "System.Timers.Timer")
            return Delegates(call).Select(f => new EntryPoint(EntryPointKind.Job, f, null, call, "timer"));
        if (method is { Name: "add_Elapsed", DeclaringType.FullName: "System.Timers.Timer" })
            return Delegates(call).Select(f => new EntryPoint(EntryPointKind.Job, f, null, call, "timer"));
        return [];
    }

    /// <summary>The verb that an endpoint mapping is for.</summary>
    public static string VerbOf(Call mapping) => mapping.Method.Name == "MapMethods" && VerbsOf(mapping) is { Count: > 0 } verbs
        ? verbs.All(v => v is "GET" or "HEAD") ? "GET" : verbs is [var only] ? only : "ANY"
        : Verbs[mapping.Method.Name];

    /// <summary>The verbs that <c>MapMethods</c> is given, where all of them are written there.</summary>
    private static IReadOnlyList<string> VerbsOf(Call mapping)
    {
        var listed = mapping.Arguments.ElementAtOrDefault(2) is { } argument && ValueWalk.Origins(argument) is [var list] ? list : null;
        IReadOnlyList<Value> elements = listed switch
        {
            ArrayValue array => array.Elements,
            NewValue { Call.Arguments: [var only] } => ValueWalk.Origins(only) is [ArrayValue array] ? array.Elements : [only],
            _ => [],
        };
        var verbs = elements.Select(e => ValueWalk.Origins(e) is [FieldValue { Field: { DeclaringType.FullName: HttpMethods } verb }] ? verb.Name.ToUpperInvariant() : (ValueWalk.Constant(e) as string)?.ToUpperInvariant()).OfType<string>().ToList();
        return verbs.Count == elements.Count ? verbs : [];
    }

    /// <summary>The route that a mapping names, without those of its groups.</summary>
    public static string RouteOf(Call call) =>
        call.Arguments.Select(ValueWalk.Constant).OfType<string>().FirstOrDefault() ?? "";

    private static IEnumerable<SourceFunction> Delegates(Call call) => call.Arguments.SelectMany(Dispatch.FunctionsOf).Distinct();

    private static IEnumerable<EntryPoint> Middleware(Call call, CodeModel code)
    {
        var named = call.Method.TypeArguments.IsEmpty
            ? call.Arguments.SelectMany(ValueWalk.Origins).OfType<CallValue>().SelectMany(c => c.Call.Arguments).OfType<SymbolValue>().Select(s => s.Symbol as TypeRef)
            : call.Method.TypeArguments;
        foreach (var reference in named)
            if (code.Program.Find(reference) is { IsExternal: false } type)
                foreach (var method in type.Methods)
                    if (method.Name is "Invoke" or "InvokeAsync" && method.IsPublic && code.Folded.FunctionOf(method) is { } function)
                        yield return new(EntryPointKind.Middleware, function, type, call, type.DisplayName);
    }
}
