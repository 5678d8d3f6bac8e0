namespace Hangfire.InMemory
{
    public class InMemoryStorage : JobStorage;
}

namespace Hangfire
{
    public static class GlobalConfigurationExtensions
    {
        public static IGlobalConfiguration<InMemory.InMemoryStorage> UseInMemoryStorage(this IGlobalConfiguration configuration) => null!;
    }
}
