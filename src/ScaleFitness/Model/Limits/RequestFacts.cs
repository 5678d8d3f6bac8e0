using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Composition;

namespace ScaleFitness.Model.Limits;

/// <summary>Calls that take something of the caller's from a request.</summary>
internal static class RequestFacts
{
    public static CallerFact? Of(Call call)
    {
        var method = call.Method;
        if (method.Name is "get_Item" or "TryGetValue" or "ContainsKey" or "GetCommaSeparatedValues" && call.Subject is { } store && StoreOf(store) is { } kind)
            return new(kind, call.Arguments.Select(ValueWalk.Constant).OfType<string>().FirstOrDefault() ?? "");
        if (method.Is(LimitSymbols.Headers) && method.Name.StartsWith("get_", StringComparison.Ordinal) && method.Parameters.IsEmpty)
            return new(CallerFactKind.Header, method.Name[4..]);
        if (method.Is(LimitSymbols.Principal) || method.Is(LimitSymbols.ClaimsIdentity) || method.Is(LimitSymbols.PrincipalExtensions) || method.Is(LimitSymbols.Identity) || method.Is(LimitSymbols.Context, "get_User"))
            return new(CallerFactKind.Claim, method.Name == "get_Name" ? "name" : call.Arguments.Select(ValueWalk.Constant).OfType<string>().FirstOrDefault() ?? "");
        return method.FullName switch
        {
            LimitSymbols.Connection + ".get_RemoteIpAddress" => new(CallerFactKind.Address, ""),
            LimitSymbols.Connection + ".get_Id" => new(CallerFactKind.Connection, ""),
            LimitSymbols.Request + ".get_Host" => new(CallerFactKind.Host, ""),
            LimitSymbols.Request + ".get_RouteValues" or LimitSymbols.RouteValues + ".GetRouteValue" or LimitSymbols.RouteValues + ".GetRouteData" => new(CallerFactKind.Route, ""),
            LimitSymbols.Request + ".get_Body" or LimitSymbols.Request + ".get_BodyReader" => new(CallerFactKind.Body, ""),
            _ => null,
        };
    }

    /// <summary>What no two requests have in common.</summary>
    public static bool IsPerRequest(MethodRef method) => method.Is(LimitSymbols.Context, "get_TraceIdentifier") || method.Is("System.Guid", "NewGuid") || method.Is("System.Guid", "CreateVersion7");

    /// <summary>What says nothing of who calls: the same path is the same for all.</summary>
    public static bool IsNeutral(MethodRef method) => method.Is(LimitSymbols.Request, "get_Path", "get_PathBase", "get_Method", "get_Scheme", "get_Protocol") || method.Name is "GetEndpoint";

    private static CallerFactKind? StoreOf(Value store) =>
        ValueWalk.Origins(store) is [CallValue { Call.Method: { DeclaringType: var type } method }] && type.Is(LimitSymbols.Request)
            ? method.Name switch
            {
                "get_Headers" => CallerFactKind.Header,
                "get_Query" => CallerFactKind.Query,
                "get_Cookies" => CallerFactKind.Cookie,
                "get_Form" => CallerFactKind.Form,
                "get_RouteValues" => CallerFactKind.Route,
                _ => null,
            }
            : null;
}
