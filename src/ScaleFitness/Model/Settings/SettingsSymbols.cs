namespace ScaleFitness.Model.Settings;

/// <summary>Names of configuration's types: a test resolves each against the framework or the package.</summary>
internal static class SettingsSymbols
{
    public const string Configuration = "Microsoft.Extensions.Configuration.IConfiguration";
    public const string ConfigurationExtensions = "Microsoft.Extensions.Configuration.ConfigurationExtensions";
    public const string ConfigurationBinder = "Microsoft.Extensions.Configuration.ConfigurationBinder";
    public const string OptionsConfiguration = "Microsoft.Extensions.DependencyInjection.OptionsConfigurationServiceCollectionExtensions";
    public const string OptionsBuilder = "Microsoft.Extensions.DependencyInjection.OptionsBuilderConfigurationExtensions";
    public const string DbContextOptionsBuilder = "Microsoft.EntityFrameworkCore.DbContextOptionsBuilder";
    public const string DbConnection = "System.Data.Common.DbConnection";
    public const string DbDataSource = "System.Data.Common.DbDataSource";
}
