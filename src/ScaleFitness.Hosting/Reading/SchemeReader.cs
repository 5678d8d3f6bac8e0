using System.Collections;
using ScaleFitness.Model.Composition;

namespace ScaleFitness.Hosting.Reading;

/// <summary>Reads the ways to sign in.</summary>
internal static class SchemeReader
{
    public static IReadOnlyList<ComposedScheme> Read(Behind behind)
    {
        var options = behind.Options("Microsoft.AspNetCore.Authentication.AuthenticationOptions");
        var schemes = options?.GetType().GetProperty("Schemes")?.GetValue(options) as IEnumerable;
        return [.. schemes?.Cast<object>().Select(Read) ?? []];
    }

    private static ComposedScheme Read(object scheme)
    {
        var name = scheme.GetType().GetProperty("Name")?.GetValue(scheme) as string;
        var handler = scheme.GetType().GetProperty("HandlerType")?.GetValue(scheme) as Type;
        return new(name ?? "", handler is null ? null : HostTypes.Of(handler), KindOf(handler));
    }

    /// <summary>By what the handler derives from.</summary>
    private static SchemeKind KindOf(Type? handler)
    {
        for (var type = handler; type is not null; type = type.BaseType)
            switch (type.FullName?.Split('[')[0])
            {
                case "Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationHandler":
                    return SchemeKind.Cookie;
                case "Microsoft.AspNetCore.Authentication.RemoteAuthenticationHandler`1":
                    return SchemeKind.Remote;
                case "Microsoft.AspNetCore.Authentication.BearerToken.BearerTokenHandler":
                    return SchemeKind.BearerToken;
            }

        return SchemeKind.Other;
    }
}
