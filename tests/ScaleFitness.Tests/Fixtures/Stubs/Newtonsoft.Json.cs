namespace Newtonsoft.Json;

[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class JsonPropertyAttribute : Attribute
{
    public string? PropertyName { get; set; }
}
