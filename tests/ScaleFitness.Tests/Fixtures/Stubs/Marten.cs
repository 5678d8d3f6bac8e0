namespace Marten
{
    public interface IQuerySession
    {
        Linq.IMartenQueryable<T> Query<T>();
    }

    public interface IDocumentSession : IQuerySession;
}

namespace Marten.Linq
{
    public interface IMartenQueryable<T> : System.Linq.IQueryable<T>;
}
