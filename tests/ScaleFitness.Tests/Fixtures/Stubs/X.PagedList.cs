namespace X.PagedList;

public interface IPagedList<out T> : IReadOnlyList<T>
{
    int PageNumber { get; }
    int PageSize { get; }
}

public class StaticPagedList<T>(IEnumerable<T> items, int pageNumber, int pageSize) : IPagedList<T>
{
    private readonly List<T> items = [.. items];
    public int PageNumber { get; } = pageNumber;
    public int PageSize { get; } = pageSize;
    public int Count => items.Count;
    public T this[int index] => items[index];
    public IEnumerator<T> GetEnumerator() => items.GetEnumerator();
    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => items.GetEnumerator();
}
