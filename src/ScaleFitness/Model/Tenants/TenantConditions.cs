using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Expressions;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Data;

namespace ScaleFitness.Model.Tenants;

/// <summary>How a query on a tenant's rows keeps to one tenant.</summary>
public enum TenantReach
{
    /// <summary>It says whose, or finds what belongs to one caller or row that something else has been said of.</summary>
    One,

    /// <summary>It picks one row by its key, whoever's that is.</summary>
    AnyRow,

    /// <summary>It brings or counts everybody's.</summary>
    All,
}

/// <summary>Tells whether a query on tenant-owned rows says whose.</summary>
internal sealed class TenantConditions(CodeModel code, CallSites sites, EntityModel entities)
{
    /// <summary>Columns that name one caller, who has one tenant.</summary>
    private static readonly string[] Callers = ["UserId", "OwnerId", "AuthorId", "CreatorId", "CreatedBy", "CreatedById", "UserName", "AccountId", "MemberId"];

    /// <summary>Columns by which a caller is found before anybody knows whose tenant it is.</summary>
    private static readonly string[] Credentials = ["Token", "Hash", "Secret", "Key", "Domain", "Hostname", "Subdomain", "Host", "Email", "NormalizedEmail", "NormalizedUserName", "Login", "InvitationCode"];

    public TenantReach Of(Materialisation run, Entity entity)
    {
        var pinned = Predicate.Open;
        foreach (var step in run.Query.Operators.Where(o => o.Name is not ("Include" or "ThenInclude")))
        {
            if (step.Name.Contains("Tenant", StringComparison.OrdinalIgnoreCase))
                return TenantReach.One;
            foreach (var argument in step.Arguments.Skip(1))
            {
                if (ExpressionReader.Lambda(argument) is { } lambda)
                {
                    if (Mentioned(lambda).Any(IsTenant) || IsByOtherRow(lambda))
                        return TenantReach.One;
                    pinned = pinned.And(Predicate.Read(lambda));
                }
                else if (argument.Type?.FullName == "System.Linq.Expressions.Expression`1" || step.Name is "Where" or "WhereIf")
                    return TenantReach.One;
            }
        }

        if (run.Site.Method.Name is "Find" or "FindAsync")
            return entity.Keys.Any(k => k.Count > 1 && k.Any(TenantColumn.Is)) || IsChecked(run, entity) ? TenantReach.One : TenantReach.AnyRow;
        if (pinned.Cases.All(c => c.Any(IsCaller)) || IsChecked(run, entity))
            return TenantReach.One;
        return pinned.Cases.All(c => entity.Keys.Any(k => k.IsSubsetOf(c)) || c.Any(entity.ForeignKeys.Contains) || c.Contains("Id")) ? TenantReach.AnyRow : TenantReach.All;
    }

    private static bool IsTenant(MemberNode member) => TenantColumn.Is(member.Name) || member.Name is "Tenant" or "Tenants" || member.Name.Contains("TenantId", StringComparison.Ordinal);

    private static bool IsCaller(string column)
    {
        var last = column[(column.LastIndexOf('.') + 1)..];
        return Callers.Any(c => last.EndsWith(c, StringComparison.Ordinal)) || Credentials.Any(c => last.EndsWith(c, StringComparison.Ordinal));
    }

    /// <summary>A condition on what another loaded row says: the query of that row decides. Lists of ids come from such, or from the client; nobody can tell.</summary>
    private bool IsByOtherRow(LambdaNode lambda) => ExpressionWalk.Within(lambda.Body).Any(n => n switch
    {
        MemberNode { Object: CapturedNode captured } => entities.Of(captured.Type) is not null,
        MemberNode { Object: ValueNode { Value.Type: { } type } } => entities.Of(type) is not null,
        CallNode { Method.Name: "Contains" } contains => contains.Arguments.Concat(contains.Object is { } of ? [of] : Array.Empty<ExpressionNode>()).Any(a => a is CapturedNode { Type.FullName: not "System.String" }),
        _ => false,
    });

    /// <summary>Whether whoever loads the row, or calls who does, then looks at whose it is.</summary>
    private bool IsChecked(Materialisation run, Entity entity)
    {
        var around = new[] { run.Function, run.Site.Function }.Distinct().ToList();
        var callers = around.SelectMany(sites.Of).Select(c => c.Function).ToList();
        return around.Concat(callers).Concat(callers.SelectMany(sites.Of).Select(c => c.Function)).SelectMany(f => f.Owner.Functions).Distinct()
            .SelectMany(f => code.BodyOf(f).Calls)
            .Any(c => c.Method.Name.StartsWith("get_", StringComparison.Ordinal) && TenantColumn.Is(c.Method.Name[4..]) && (entities.Of(c.Receiver?.Type) == entity || entities.Of(c.Method.DeclaringType) == entity || entities.Of(c.Method.DeclaringType) is null && c.Receiver?.Type is { } type && code.Program.Derives(entity.Type.Reference, type.FullName)));
    }

    private static IEnumerable<MemberNode> Mentioned(LambdaNode lambda) => ExpressionWalk.Within(lambda.Body).OfType<MemberNode>();
}
