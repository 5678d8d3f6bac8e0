using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Composition;
using ScaleFitness.Model.EntryPoints;
using ScaleFitness.Model.Requests;
using ScaleFitness.Model.State;
using ScaleFitness.Model.Tracing;

namespace ScaleFitness.Model.MemoryCaching;

/// <summary>What requests put into caches in memory.</summary>
public sealed class MemoryCacheEntries
{
    /// <summary>Whoever calls and whatever comes with the call.</summary>
    private static readonly string[] OfRequest = ["Microsoft.AspNetCore.Http", "System.Security.Claims", "System.Security.Principal", "Microsoft.Extensions.Primitives"];

    /// <summary>What a request says of which there are only a few.</summary>
    private static readonly HashSet<string> BoundedNames = new(StringComparer.Ordinal) { "get_Method", "get_Scheme", "get_Protocol", "get_IsHttps", "get_IsAuthenticated", "get_AuthenticationType", "IsInRole", "get_Headers", "get_User", "get_Request", "get_HttpContext" };

    private readonly CodeModel _code;
    private readonly Texts _texts;
    private readonly BoundedTexts _bounded;
    private readonly RequestValues _values;

    internal MemoryCacheEntries(CodeModel code, CallIndex index, Reach reach, Provenance provenance, Texts texts, BoundedTexts bounded, RequestValues values, ComposedMemoryCache? composed)
    {
        _code = code;
        _texts = texts;
        _bounded = bounded;
        _values = values;
        var limits = new EntryLimits(code, provenance);
        var sizes = new CacheSizes(code, index, provenance, composed);
        Written = [.. index.Calling(IsName, IsWrite).Where(f => reach.IsOnRequest(f)).SelectMany(f => code.BodyOf(f).Calls).Where(c => IsName(c.Method.Name) && IsWrite(c.Method))];
        Endless = [.. Written.Where(c => !sizes.MayBeLimited(c.Subject!) && limits.IsEndless(c) && IsOfRequest(KeyOf(c)))];
    }

    /// <summary>Calls on requests that put an entry into a cache.</summary>
    public IReadOnlyList<Call> Written { get; }

    /// <summary>Those of them whose entries stay for ever, each under a key of the request's.</summary>
    public IReadOnlyList<Call> Endless { get; }

    private static Value KeyOf(Call call) => call.Arguments[call.Method.HasThis ? 0 : 1];

    private static bool IsName(string name) => name is "Set" or "GetOrCreate" or "GetOrCreateAsync" or "CreateEntry";

    private static bool IsWrite(MethodRef method) =>
        method.Is(MemoryCacheSymbols.CacheExtensions, "Set", "GetOrCreate", "GetOrCreateAsync")
        || method.Is(MemoryCacheSymbols.Cache, "CreateEntry") || method.Is(MemoryCacheSymbols.MemoryCache, "CreateEntry");

    /// <summary>Whether the request brings some part of a key, of which the program itself does not have only so many.</summary>
    private bool IsOfRequest(Value key)
    {
        if (_bounded.Is(key) || BoundedKeys.IsConstant(key))
            return false;
        // What a text was put together from tells more than the text.
        return Parts(key).Where(p => !_texts.PartsOf(p).Any()).Any(p => (p.Type is not { } type || !BoundedKeys.IsBounded(type, _code.Program)) && (IsRead(p) || _values.Unlimited(p).Count > 0));
    }

    /// <summary>A key is a text, or a tuple or record of values.</summary>
    private IEnumerable<Value> Parts(Value key) => _texts.Within(key).SelectMany(o => o is NewValue { Call: { Arguments.Count: > 0 } made } ? made.Arguments.SelectMany(_texts.Within).Prepend(o) : [o]).Distinct();

    private static bool IsRead(Value part) =>
        part is CallValue { Call.Method: { } read } && OfRequest.Any(n => read.DeclaringType.Namespace == n) && !BoundedNames.Contains(read.Name);
}
