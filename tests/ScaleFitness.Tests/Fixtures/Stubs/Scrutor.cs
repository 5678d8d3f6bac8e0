namespace Scrutor
{
    public interface IAssemblySelector
    {
        IImplementationTypeSelector FromAssemblyOf<T>();
    }

    public interface ITypeSourceSelector : IAssemblySelector;

    public interface IImplementationTypeSelector : IAssemblySelector
    {
        IImplementationTypeSelector AddClasses();
    }
}

namespace Microsoft.Extensions.DependencyInjection
{
    public static class ServiceCollectionExtensions
    {
        public static IServiceCollection Scan(this IServiceCollection services, Action<Scrutor.ITypeSourceSelector> action) => services;
    }
}
