namespace Hangfire.MemoryStorage
{
    public class MemoryStorage : JobStorage;
}

namespace Hangfire
{
    public static class MemoryStorageExtensions
    {
        public static IGlobalConfiguration<MemoryStorage.MemoryStorage> UseMemoryStorage(this IGlobalConfiguration configuration) => null!;
    }
}
