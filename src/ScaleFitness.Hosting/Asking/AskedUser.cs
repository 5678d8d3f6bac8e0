using System.Security.Claims;
using ScaleFitness.Model.Composition;

namespace ScaleFitness.Hosting.Asking;

/// <summary>A caller's identity: each claim that is asked for by its type is there.</summary>
internal sealed class AskedUser(Caller caller) : ClaimsPrincipal(new AskedIdentity(caller))
{
    public override IEnumerable<Claim> Claims => AskedIdentity.Usual(caller);

    public override Claim? FindFirst(string type) => AskedIdentity.ClaimOf(caller, type);

    public override Claim? FindFirst(Predicate<Claim> match) => Claims.FirstOrDefault(c => match(c));

    public override IEnumerable<Claim> FindAll(string type) => FindFirst(type) is { } claim ? [claim] : [];

    public override IEnumerable<Claim> FindAll(Predicate<Claim> match) => Claims.Where(c => match(c));

    public override bool HasClaim(Predicate<Claim> match) => FindFirst(match) is not null;

    public override bool HasClaim(string type, string value) => FindFirst(type)?.Value == value;

    public override bool IsInRole(string role)
    {
        caller.Note(CallerFactKind.Other, "role " + role);
        return false;
    }
}

/// <summary>The identity itself.</summary>
internal sealed class AskedIdentity(Caller caller) : ClaimsIdentity(caller.IsKnown ? "test" : null)
{
    /// <summary>Types of claims that those who walk through all of them may look for.</summary>
    private static readonly string[] UsualTypes =
    [
        ClaimTypes.NameIdentifier, ClaimTypes.Name, ClaimTypes.Email, ClaimTypes.Upn, "sub", "name", "email", "oid", "preferred_username", "client_id", "azp",
        "tid", "tenant", "tenant_id", "tenantId", "TenantId", "tenantid", "org", "org_id", "organization", "organization_id", "company", "companyId",
    ];

    public override string? Name => caller.Answer(CallerFactKind.Claim, "name");

    public override bool IsAuthenticated => caller.IsKnown;

    public override IEnumerable<Claim> Claims => Usual(caller);

    public override Claim? FindFirst(string type) => ClaimOf(caller, type);

    public override Claim? FindFirst(Predicate<Claim> match) => Claims.FirstOrDefault(c => match(c));

    public override IEnumerable<Claim> FindAll(string type) => FindFirst(type) is { } claim ? [claim] : [];

    public override IEnumerable<Claim> FindAll(Predicate<Claim> match) => Claims.Where(c => match(c));

    public override bool HasClaim(Predicate<Claim> match) => FindFirst(match) is not null;

    public override bool HasClaim(string type, string value) => FindFirst(type)?.Value == value;

    public static Claim? ClaimOf(Caller caller, string type) => caller.Answer(CallerFactKind.Claim, type) is { } value ? new(type, value) : null;

    public static IEnumerable<Claim> Usual(Caller caller) => caller.IsKnown ? UsualTypes.Select(t => ClaimOf(caller, t)).OfType<Claim>() : [];
}
