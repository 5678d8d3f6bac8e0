using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Data;
using ScaleFitness.Model.Settings;

namespace ScaleFitness.Model.Tenants;

/// <summary>Whether tenants are kept apart by something else than filters: a database or a schema for each, or the database's own row security.</summary>
internal sealed class TenantStores(CodeModel code, CallIndex index, DatabaseConnections databases, TenantMentions mentions)
{
    private static readonly string[] RowSecurity = ["ROW LEVEL SECURITY", "SECURITY POLICY", "sp_set_session_context", "SESSION_CONTEXT"];

    private const string CacheKey = "Microsoft.EntityFrameworkCore.Infrastructure.IModelCacheKeyFactory";

    /// <summary>Calls that put a context's tables into a schema which depends on the tenant.</summary>
    public IReadOnlyList<Call> Schemas { get; } =
    [
        .. index.Mentioning(n => n is "HasDefaultSchema" or "ToTable").SelectMany(f => code.BodyOf(f).Calls)
            .Where(c => c.Method.Name is "HasDefaultSchema" or "ToTable" && c.Method.DeclaringType.Namespace == "Microsoft.EntityFrameworkCore" && SchemaOf(c) is { } schema && ValueWalk.Constant(schema) is null && mentions.In(schema)),
    ];

    /// <summary>Whether the app itself says which contexts share a model.</summary>
    public bool HasOwnModelKeys { get; } = code.Program.Types.Any(t => !t.IsInterface && code.Program.Derives(t.Reference, CacheKey));

    /// <summary>Whether they are kept apart so.</summary>
    public bool AreSeparate =>
        Schemas.Count > 0
        || databases.All.Any(d => d.Call.Arguments.Where((_, i) => d.Call.Method.Parameters[i].FullName == "System.String").Any(mentions.In))
        || ProgramTexts.Of(code.Program).Any(t => RowSecurity.Any(r => t.Contains(r, StringComparison.OrdinalIgnoreCase)) || t.Contains("set_config(", StringComparison.OrdinalIgnoreCase) && t.Contains("tenant", StringComparison.OrdinalIgnoreCase));

    private static Value? SchemaOf(Call call) =>
        call.Method.Parameters.Select((p, i) => (p, i)).Where(p => p.p.FullName == "System.String").Select(p => call.Arguments[p.i]).ToList() is { Count: > 0 } texts
            ? call.Method.Name == "HasDefaultSchema" ? texts[0] : texts.ElementAtOrDefault(1)
            : null;
}
