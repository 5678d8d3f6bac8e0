namespace AutoMapper
{
    public interface IConfigurationProvider;

    public interface IMapper
    {
        IConfigurationProvider ConfigurationProvider { get; }
        TDestination Map<TDestination>(object source);
    }
}

namespace AutoMapper.QueryableExtensions
{
    public static class Extensions
    {
        public static IQueryable<TDestination> ProjectTo<TDestination>(this IQueryable source, AutoMapper.IConfigurationProvider configuration) =>
            throw new NotSupportedException();
    }
}
