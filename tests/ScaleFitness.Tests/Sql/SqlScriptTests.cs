using ScaleFitness.Findings;
using ScaleFitness.Model;
using ScaleFitness.Model.Data;
using ScaleFitness.Model.Sql;
using ScaleFitness.Tests.Model;

namespace ScaleFitness.Tests.Sql;

/// <summary>What a statement says of the rows it brings, in the dialects that people write.</summary>
public sealed class SqlScriptTests
{
    private const char Hole = SqlTokenizer.Hole;

    private static readonly Lazy<AppModel> App = new(() => ModelSource.Read("public class Nothing;"));

    private static Extent Extent(string sql) => Assert.Single(SqlScript.Read(sql).Select(App.Value.SqlExtents.Of));

    [Theory]
    [InlineData("SELECT * FROM orders")]
    [InlineData("select o.id, o.total from public.orders o order by o.id desc")]
    [InlineData("SELECT [Id], [Total] FROM [dbo].[Orders] WITH (NOLOCK)")]
    [InlineData("SELECT `id` FROM `orders` ORDER BY `id`")]
    [InlineData("SELECT \"Id\" FROM \"Orders\" -- LIMIT 10")]
    [InlineData("SELECT id /* LIMIT 1 */ FROM orders")]
    [InlineData("SELECT 'LIMIT 1' AS l, 'it''s; -- x' FROM orders;")]
    [InlineData("SELECT TOP (100) PERCENT * FROM orders")]
    [InlineData("SELECT * FROM orders WHERE 1 = 1")]
    [InlineData("SELECT o.id FROM orders o, customers c WHERE o.customer_id = c.id")]
    [InlineData("SELECT o.id FROM orders o JOIN customers c ON c.id = o.customer_id")]
    [InlineData("SELECT id, (SELECT COUNT(*) FROM lines l WHERE l.order_id = o.id) FROM orders o")]
    [InlineData("SELECT id, ROW_NUMBER() OVER (ORDER BY id) FROM orders")]
    [InlineData("SELECT id, SUM(total) OVER () FROM orders")]
    [InlineData("SELECT id FROM a LIMIT 1 UNION ALL SELECT id FROM b UNION ALL SELECT id FROM c WHERE id = @id")]
    [InlineData("WITH paid AS (SELECT * FROM orders) SELECT * FROM paid")]
    [InlineData("SELECT * FROM (SELECT id FROM orders) x")]
    [InlineData("(SELECT * FROM orders)")]
    [InlineData("SELECT COALESCE(note, 'none') FROM orders")]
    [InlineData("SELECT EXTRACT(year FROM created) FROM orders")]
    public void Whole(string sql) => Assert.Equal(ScaleFitness.Model.Data.Extent.Whole, Extent(sql));

    [Theory]
    [InlineData("SELECT * FROM orders LIMIT 10")]
    [InlineData("SELECT * FROM orders LIMIT @size OFFSET @skip")]
    [InlineData("SELECT TOP 10 * FROM Orders")]
    [InlineData("SELECT DISTINCT TOP (@n) Name FROM Orders")]
    [InlineData("SELECT * FROM Orders ORDER BY Id OFFSET @skip ROWS FETCH NEXT @size ROWS ONLY")]
    [InlineData("SELECT * FROM orders FETCH FIRST 5 ROWS ONLY")]
    [InlineData("SELECT * FROM orders WHERE ROWNUM <= 10")]
    [InlineData("SELECT COUNT(*) FROM orders")]
    [InlineData("SELECT COUNT(*) AS n, MAX(total) FROM orders WHERE status = @status")]
    [InlineData("SELECT COALESCE(SUM(total), 0) FROM orders")]
    [InlineData("SELECT EXISTS (SELECT 1 FROM orders WHERE status = 1)")]
    [InlineData("SELECT CASE WHEN EXISTS (SELECT 1 FROM orders) THEN 1 ELSE 0 END")]
    [InlineData("SELECT status, COUNT(*) FROM orders GROUP BY status")]
    [InlineData("SELECT * FROM orders WHERE id = @id")]
    [InlineData("SELECT * FROM orders WHERE Id = :id")]
    [InlineData("SELECT * FROM orders WHERE id = $1")]
    [InlineData("SELECT * FROM orders WHERE id = ?")]
    [InlineData("SELECT * FROM orders WHERE id = {0}")]
    [InlineData("SELECT * FROM orders WHERE id = 'x'::uuid")]
    [InlineData("SELECT * FROM orders WHERE @id = id AND deleted = false")]
    [InlineData("SELECT * FROM orders o WHERE o.[Id] = CAST(@id AS uuid)")]
    [InlineData("SELECT * FROM orders WHERE id IN @ids")]
    [InlineData("SELECT * FROM orders WHERE id IN (@a, @b)")]
    [InlineData("SELECT * FROM orders WHERE id = ANY(@ids)")]
    [InlineData("SELECT * FROM orders WHERE (id = @a OR id = @b)")]
    [InlineData("SELECT * FROM orders WHERE order_id = @id")]
    [InlineData("SELECT * FROM users WHERE lower(email) = lower(@email)")]
    [InlineData("SELECT o.*, l.* FROM orders o JOIN order_lines l ON l.order_id = o.id WHERE o.id = @id")]
    [InlineData("SELECT 1")]
    [InlineData("SELECT nextval('orders_seq')")]
    [InlineData("SELECT * FROM generate_series(1, 10)")]
    [InlineData("SELECT * FROM unnest(@ids) AS x(id)")]
    [InlineData("SELECT table_name FROM information_schema.tables")]
    [InlineData("SELECT * FROM pg_stat_activity")]
    [InlineData("SELECT a FROM x UNION SELECT b FROM y ORDER BY 1 LIMIT 20")]
    [InlineData("(SELECT a FROM x) UNION ALL (SELECT b FROM y) LIMIT 5")]
    [InlineData("WITH page AS (SELECT * FROM orders ORDER BY id LIMIT 20) SELECT p.*, l.x FROM page p")]
    [InlineData("WITH RECURSIVE a (n) AS MATERIALIZED (SELECT 1), b AS (SELECT 2) SELECT COUNT(*) FROM a, b")]
    [InlineData("SELECT * INTO #copy FROM orders")]
    [InlineData("UPDATE orders SET paid = true")]
    [InlineData("INSERT INTO archive SELECT * FROM orders")]
    [InlineData("EXEC dbo.ListOrders")]
    [InlineData("dbo.ListOrders")]
    public void Bounded(string sql) => Assert.Equal(ScaleFitness.Model.Data.Extent.Bounded, Extent(sql));

    [Theory]
    [InlineData("SELECT * FROM orders WHERE status = @status")]
    [InlineData("SELECT * FROM orders WHERE tenant_id = @tenant")]
    [InlineData("SELECT * FROM orders WHERE id > @after")]
    [InlineData("SELECT * FROM orders WHERE id <> @id")]
    [InlineData("SELECT * FROM orders WHERE id NOT IN (@a)")]
    [InlineData("SELECT * FROM orders WHERE id = @id OR status = 1")]
    [InlineData("SELECT * FROM orders WHERE @status IS NULL OR status = @status")]
    [InlineData("SELECT * FROM orders WHERE created BETWEEN @from AND @to AND NOT deleted")]
    [InlineData("SELECT * FROM orders WHERE name LIKE @name")]
    [InlineData("SELECT * FROM orders WHERE id IN (SELECT order_id FROM lines WHERE x = 1)")]
    [InlineData("SELECT * FROM orders WHERE EXISTS (SELECT 1 FROM lines WHERE id = @id)")]
    [InlineData("SELECT * FROM orders WHERE paid = @paid")]
    [InlineData("SELECT * FROM orders WHERE status IS DISTINCT FROM @status")]
    [InlineData("SELECT * FROM (SELECT * FROM orders) o WHERE o.status = @s")]
    public void Broad(string sql) => Assert.Equal(ScaleFitness.Model.Data.Extent.Broad, Extent(sql));

    [Theory]
    [InlineData("SELECT * FROM orders WHERE customer_id = @id")]
    [InlineData("SELECT * FROM Orders o WHERE o.CustomerId = @id AND o.Status = 1")]
    [InlineData("SELECT * FROM orders WHERE customer_id IN @ids")]
    public void By_foreign_key(string sql) => Assert.Equal(ScaleFitness.Model.Data.Extent.ByForeignKey, Extent(sql));

    [Theory]
    [InlineData("SELECT DISTINCT city FROM customers")]
    [InlineData("SELECT DISTINCT c.city FROM customers c WHERE c.active = 1")]
    public void Distinct_column(string sql) => Assert.Equal(ScaleFitness.Model.Data.Extent.DistinctColumn, Extent(sql));

    /// <summary>What only the running program knows may be a limit or a key.</summary>
    [Theory]
    [InlineData("SELECT * FROM orders ~")]
    [InlineData("SELECT * FROM orders WHERE ~")]
    [InlineData("SELECT * FROM orders WHERE a = 1 ~")]
    [InlineData("SELECT * FROM orders WHERE a = 1 AND ~")]
    [InlineData("SELECT * FROM orders WHERE a = @a ORDER BY id ~")]
    [InlineData("SELECT ~ * FROM orders")]
    [InlineData("SELECT * FROM (~) x")]
    public void Unknown(string sql) => Assert.Equal(ScaleFitness.Model.Data.Extent.Unknown, Extent(sql.Replace('~', Hole)));

    /// <summary>A value is a value, whatever it is.</summary>
    [Theory]
    [InlineData("SELECT * FROM orders WHERE status = ~ ", "Broad")]
    [InlineData("SELECT * FROM orders WHERE status = '~'", "Broad")]
    [InlineData("SELECT * FROM orders WHERE id IN (~)", "Bounded")]
    [InlineData("SELECT * FROM orders LIMIT ~", "Bounded")]
    [InlineData("SELECT * FROM ~", "Whole")]
    [InlineData("SELECT * FROM ~.orders", "Whole")]
    [InlineData("SELECT * FROM [~].[Orders]", "Whole")]
    [InlineData("SELECT ~, id FROM orders", "Whole")]
    [InlineData("SELECT * FROM orders ORDER BY ~", "Whole")]
    [InlineData("SELECT * FROM orders_~ WHERE x = 1", "Broad")]
    public void Value(string sql, string extent) => Assert.Equal(extent, Extent(sql.Replace('~', Hole)).ToString());

    [Theory]
    [InlineData("SELECT * FROM o WHERE id = 1 FOR UPDATE", RowLock.Waits)]
    [InlineData("SELECT * FROM o FOR NO KEY UPDATE OF o NOWAIT", RowLock.Waits)]
    [InlineData("SELECT * FROM o LIMIT 5 FOR UPDATE SKIP LOCKED", RowLock.Skips)]
    [InlineData("SELECT * FROM o FOR KEY SHARE", RowLock.None)]
    [InlineData("SELECT * FROM o FOR JSON PATH", RowLock.None)]
    [InlineData("SELECT * FROM o", RowLock.None)]
    public void Locks(string sql, RowLock expected) => Assert.Equal(expected, Assert.Single(Assert.Single(SqlScript.Read(sql)).Selects).Lock);

    [Fact]
    public void Statements_are_cut_at_semicolons() =>
        Assert.Equal(["SELECT", "UPDATE", "LOCK"], SqlScript.Read("SELECT ';' FROM a; update b set c = $x$;$x$ ;; LOCK TABLE d").Select(s => s.Verb));

    [Fact]
    public void Hints_stand_in_parentheses() =>
        Assert.Equal(["HOLDLOCK", "TABLOCKX"], Assert.Single(SqlScript.Read("SELECT * FROM a WITH (TABLOCKX, HOLDLOCK) WHERE x = 'TABLOCK'")).Hints.Order());

    [Fact]
    public void Small_tables_are_what_the_context_says()
    {
        var context = new ScaleContext { Rows = new Dictionary<string, long> { ["Country"] = 200 } };
        var extents = new SqlExtents(App.Value.Entities, context);
        Assert.Equal(ScaleFitness.Model.Data.Extent.Bounded, extents.Of(SqlScript.Read("SELECT * FROM ref.countries")[0]));
        Assert.Equal("Country", extents.NameOf(new("countries", null, null)));
    }
}
