using ScaleFitness.Model;
using ScaleFitness.Model.Effects;

namespace ScaleFitness.Tests.Model;

public sealed class EffectTests
{
    private static string[] Of(string statement, bool release)
    {
        var app = ModelSource.Read($$"""
            using Microsoft.EntityFrameworkCore;
            using Dapper;
            using Microsoft.Extensions.Caching.Distributed;
            public class Row { public int Id { get; set; } public string Name { get; set; } = ""; }
            public class Db(DbContextOptions<Db> o) : DbContext(o) { public DbSet<Row> Rows => Set<Row>(); }
            public class C(Db db, HttpClient http, System.Data.Common.DbConnection connection, IDistributedCache cache, List<Row> memory)
            {
                private async Task<int> Inner() { await Task.Yield(); return await db.SaveChangesAsync(); }
                private static async Task Retry(Func<Task> work) { for (var i = 0; i < 3; i++) await work(); }
                private Task<int> Again(int n) => n == 0 ? Inner() : Again(n - 1);
                public async Task M(int id, IQueryable<Row> given)
                {
                    await Task.Yield();
                    {{statement}}
                }
            }
            """, release);
        var method = app.Code.Methods.Single(m => m.DisplayName == "C.M");
        return [.. app.Effects.Reached(method.Body).Select(s => $"{s.Effect.Kind}{(s.Effect.IsWrite ? " write" : "")}{(s.Effect.IsBlocking ? " blocking" : "")}").Order(StringComparer.Ordinal)];
    }

    [Theory]
    [InlineData("await db.Rows.Where(r => r.Id == id).ToListAsync();", "Database")]
    [InlineData("db.Rows.First(r => r.Id == id);", "Database blocking")]
    [InlineData("_ = db.Rows.Where(r => r.Id == id).ToList();", "Database blocking")]
    [InlineData("foreach (var r in db.Rows) { }", "Database blocking")]
    [InlineData("await foreach (var r in db.Rows.AsAsyncEnumerable()) { }", "Database")]
    [InlineData("var q = db.Rows.Where(r => r.Id == id).Select(r => r.Name);")]
    [InlineData("_ = memory.Where(r => r.Id == id).ToList();")]
    [InlineData("_ = memory.AsQueryable().Count(r => r.Id == id);")]
    [InlineData("_ = given.Count();", "Database blocking")]
    [InlineData("await db.Rows.Where(r => r.Id == id).ExecuteDeleteAsync();", "Database write")]
    [InlineData("await db.SaveChangesAsync();", "Database write")]
    [InlineData("await db.Rows.FindAsync(id);", "Database")]
    [InlineData("await connection.QueryAsync<Row>(\"select 1\");", "Database")]
    [InlineData("var command = connection.CreateCommand(); command.ExecuteNonQuery();", "Database write blocking")]
    [InlineData("await http.GetAsync(\"/\");", "Http")]
    [InlineData("await http.PostAsJsonAsync(\"/\", id);", "Http write")]
    [InlineData("await cache.SetStringAsync(\"k\", \"v\");", "Cache write")]
    [InlineData("File.WriteAllText(\"a\", \"b\");", "File write blocking")]
    [InlineData("await Task.Delay(3);", "Delay")]
    [InlineData("await Inner();", "Database write")]
    [InlineData("await Again(3);", "Database write")]
    [InlineData("await Retry(() => http.GetAsync(\"/\"));", "Http")]
    [InlineData("await Retry(Inner);", "Database write")]
    [InlineData("async Task Local() => await Inner(); await Local();", "Database write")]
    public void A_statement_reaches_beyond_the_process(string statement, params string[] expected)
    {
        Assert.Equal(expected, Of(statement, release: false));
        Assert.Equal(expected, Of(statement, release: true));
    }

    [Fact]
    public void A_call_has_the_effects_of_what_it_is_given_to_run()
    {
        var app = ModelSource.Read("""
            public class C(HttpClient http)
            {
                private static async Task Retry(Func<Task> work) => await work();
                public async Task M() => await Retry(() => http.GetAsync("/"));
            }
            """);
        var call = app.CallIn("C.M", "Retry");
        Assert.Null(app.Effects.Of(call));
        Assert.Equal(EffectKind.Http, Assert.Single(app.Effects.Through(call)).Effect.Kind);
    }
}
