namespace Hangfire.PostgreSql;

public static class PostgreSqlBootstrapperExtensions
{
    public static IGlobalConfiguration UsePostgreSqlStorage(this IGlobalConfiguration configuration, string connectionString) => configuration;
}
