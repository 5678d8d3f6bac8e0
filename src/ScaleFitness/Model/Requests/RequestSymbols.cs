namespace ScaleFitness.Model.Requests;

/// <summary>Well-known types by which requests are bound and checked.</summary>
internal static class RequestSymbols
{
    public const string FromServices = "Microsoft.AspNetCore.Mvc.FromServicesAttribute";
    public const string FromKeyedServices = "Microsoft.Extensions.DependencyInjection.FromKeyedServicesAttribute";
    public const string BindProperty = "Microsoft.AspNetCore.Mvc.BindPropertyAttribute";
    public const string Query = "Microsoft.AspNetCore.Http.IQueryCollection";
    public const string Form = "Microsoft.AspNetCore.Http.IFormCollection";
    public const string Headers = "Microsoft.AspNetCore.Http.IHeaderDictionary";
    public const string RouteValues = "Microsoft.AspNetCore.Routing.RouteValueDictionary";
    public const string StringValues = "Microsoft.Extensions.Primitives.StringValues";
    public const string Range = "System.ComponentModel.DataAnnotations.RangeAttribute";
    public const string Validation = "System.ComponentModel.DataAnnotations.ValidationAttribute";
    public const string Required = "System.ComponentModel.DataAnnotations.RequiredAttribute";
    public const string Validator = "FluentValidation.AbstractValidator`1";
    public const string Nullable = "System.Nullable`1";
    public const string Math = "System.Math";
    public const string Convert = "System.Convert";
}
