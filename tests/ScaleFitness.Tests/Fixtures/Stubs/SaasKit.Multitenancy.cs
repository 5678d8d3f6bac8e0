namespace SaasKit.Multitenancy;

public class TenantContext<TTenant>(TTenant tenant)
{
    public TTenant Tenant { get; } = tenant;
}
