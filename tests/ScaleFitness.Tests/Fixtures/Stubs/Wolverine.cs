namespace Wolverine
{
    public sealed class WolverineOptions;
}

namespace Wolverine.Configuration
{
    public interface ISubscriberConfiguration<T>
    {
        T UseDurableOutbox();
    }
}
