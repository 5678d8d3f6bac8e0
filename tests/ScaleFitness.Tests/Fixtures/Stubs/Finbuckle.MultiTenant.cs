namespace Finbuckle.MultiTenant;

public interface ITenantInfo
{
    string? Id { get; set; }
    string? Identifier { get; set; }
}
