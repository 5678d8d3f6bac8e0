namespace Microsoft.AspNetCore.Builder;

public static class EndpointRouteBuilderExtensions
{
    public static IEndpointConventionBuilder MapGraphQL(this Routing.IEndpointRouteBuilder endpointRouteBuilder, string path = "/graphql") => null!;
}
