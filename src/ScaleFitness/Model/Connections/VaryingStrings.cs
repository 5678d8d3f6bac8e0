using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.EntryPoints;
using ScaleFitness.Model.Tracing;

namespace ScaleFitness.Model.Connections;

/// <summary>Finds connection strings that vary with the request, its user or its tenant.</summary>
internal sealed class VaryingStrings(CodeModel code, CallIndex index, Texts texts, Provenance provenance, Reach reach)
{
    public IEnumerable<VaryingString> All =>
        index.Mentioning(n => n.EndsWith("Connection", StringComparison.Ordinal) || n.EndsWith("DataSourceBuilder", StringComparison.Ordinal) || n.StartsWith("Use", StringComparison.Ordinal) || n == "Create" || n.StartsWith("set_", StringComparison.Ordinal))
            .Where(f => reach.IsOnRequest(f) || reach.IsInBackground(f))
            .SelectMany(f => code.BodyOf(f).Calls)
            .Select(Of)
            .OfType<VaryingString>();

    private VaryingString? Of(Call call)
    {
        if (TextOf(call) is not { } value)
            return null;
        foreach (var hole in texts.Of(value).SelectMany(t => t.Holes))
            if (WhatOf(hole) is { } what)
                return new(call, what, what == Tenant);
        return null;
    }

    private const string Tenant = "the tenant";

    /// <summary>The connection string, or a piece that a builder puts into one.</summary>
    private Value? TextOf(Call call)
    {
        var type = call.Method.DeclaringType;
        var takesText = call.Arguments.Count > 0 && call.Method.Parameters.Any(p => p.FullName == "System.String") && (
            call.IsConstruction && (code.Program.Derives(type, ConnectionSymbols.DbConnection) || type.Name == "NpgsqlDataSourceBuilder")
            || call.Method.Name == "set_ConnectionString" && code.Program.Derives(type, ConnectionSymbols.DbConnection)
            || call.Method.Name == "Create" && code.Program.Derives(type, ConnectionSymbols.DbDataSource)
            || call.Method.Name.StartsWith("set_", StringComparison.Ordinal) && code.Program.Derives(type, ConnectionSymbols.StringBuilder)
            || call.Method.Name.StartsWith("Use", StringComparison.Ordinal) && !call.Method.HasThis && code.Program.Derives(call.Method.Parameters[0], ConnectionSymbols.OptionsBuilder));
        return takesText ? call.Arguments.LastOrDefault(a => a.Type?.FullName == "System.String" || a is not ConstantValue && call.Method.Parameters[call.Arguments.ToList().IndexOf(a)].FullName == "System.String") : null;
    }

    private string? WhatOf(Value hole)
    {
        foreach (var origin in provenance.Of(hole))
            switch (origin)
            {
                case ArgumentValue { IsThis: false, Parameter: { } parameter } argument when reach.EntryAt(argument.Function) is { IsEndpoint: true } && IsPlain(argument.Type?.FullName):
                    return parameter.Name.Contains("tenant", StringComparison.OrdinalIgnoreCase) ? Tenant : $"the request's {parameter.Name}";
                case CallValue { Call: var call } when OfCall(call) is { } what:
                    return what;
            }

        return null;
    }

    private static bool IsPlain(string? type) => type is "System.String" or "System.Int32" or "System.Int64" or "System.Guid";

    private static string? OfCall(Call call)
    {
        var (type, name) = (call.Method.DeclaringType.FullName, call.Method.Name);
        if (name.Contains("Tenant", StringComparison.Ordinal) || call.Method.DeclaringType.Name.Contains("Tenant", StringComparison.Ordinal))
            return Tenant;
        return type.StartsWith("System.Security.Claims.", StringComparison.Ordinal) || type.StartsWith("System.Security.Principal.", StringComparison.Ordinal) ? "the user"
            : type == "Microsoft.AspNetCore.Http.HttpContext" && name == "get_TraceIdentifier" ? "the request's id"
            : type is "Microsoft.AspNetCore.Http.IHeaderDictionary" or "Microsoft.AspNetCore.Http.IQueryCollection" or "Microsoft.AspNetCore.Http.IRequestCookieCollection" || name == "get_Item" && call.Receiver is { } source && ValueWalk.Origins(source).Any(o => o.Type?.FullName is "Microsoft.AspNetCore.Http.IHeaderDictionary" or "Microsoft.AspNetCore.Http.IQueryCollection" or "Microsoft.AspNetCore.Routing.RouteValueDictionary") ? "what the request brings"
            : null;
    }
}
