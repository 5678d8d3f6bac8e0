namespace ScaleFitness.Model.Conditions;

/// <summary>Names of what apps ask to know where and how they run: a test resolves each against the framework.</summary>
internal static class ConditionSymbols
{
    public const string HostEnvironment = "Microsoft.Extensions.Hosting.IHostEnvironment";
    public const string HostEnvironmentExtensions = "Microsoft.Extensions.Hosting.HostEnvironmentEnvExtensions";
    public const string WebApplication = "Microsoft.AspNetCore.Builder.WebApplication";
    public const string Host = "Microsoft.Extensions.Hosting.Host";
    public const string Debugger = "System.Diagnostics.Debugger";
    public const string Configuration = "Microsoft.Extensions.Configuration.IConfiguration";
    public const string ConfigurationBinder = "Microsoft.Extensions.Configuration.ConfigurationBinder";
    public const string Options = "Microsoft.Extensions.Options.IOptions`1";
    public const string Environment = "System.Environment";
}
