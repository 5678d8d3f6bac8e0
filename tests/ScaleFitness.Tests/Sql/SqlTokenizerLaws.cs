using FsCheck;
using FsCheck.Fluent;
using ScaleFitness.Model;
using ScaleFitness.Model.Sql;
using ScaleFitness.Tests.Model;

namespace ScaleFitness.Tests.Sql;

/// <summary>Whatever text comes, it is read without an exception, and in no time.</summary>
public sealed class SqlTokenizerLaws
{
    private static readonly string[] Pieces =
    [
        "SELECT", "FROM", "WHERE", "(", ")", "'", "\"", "[", "]", "`", "--", "/*", "*/", "\n", " ", ",", ";", ".", "*", "=", "AND", "OR", "UNION", "ALL", "WITH", "AS", "JOIN", "ON", "IN", "TOP", "LIMIT", "DISTINCT",
        "BETWEEN", "CASE", "END", "$", "$a$", "@", ":", "::", "?", "{", "}", "{0}", "E'", "N'", "\\", "FOR", "UPDATE", "GROUP", "BY", "orders", "id", "1", "\uFFFC", "é", "\0", "😀", "OPTION", "ROWNUM", "LOWER",
    ];

    private static readonly Lazy<AppModel> App = new(() => ModelSource.Read("public class Nothing;"));

    [Fact]
    public void Anything_made_of_sql_is_read() =>
        Prop.ForAll(Gen.Elements(Pieces).ListOf().Select(pieces => string.Join(" ", pieces)).ToArbitrary(), Reads).QuickCheckThrowOnFailure();

    [Fact]
    public void Anything_made_of_sql_without_blanks_is_read() =>
        Prop.ForAll(Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces)).ToArbitrary(), Reads).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_is_read() => Prop.ForAll<string>(text => Reads(text ?? "")).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("(")]
    [InlineData("()")]
    [InlineData("'")]
    [InlineData("/*")]
    [InlineData("{")]
    [InlineData("$a")]
    [InlineData("$$")]
    [InlineData("(SELECT * FROM ")]
    [InlineData("SELECT a UNION ")]
    [InlineData("x = 1 OR ")]
    [InlineData("(a = 1 OR b = 2) AND ")]
    [InlineData("CASE ")]
    [InlineData("WITH a AS (SELECT 1), ")]
    public void Length_costs_no_more_than_its_share(string piece)
    {
        // Memory that is allocated stands for work: it is the same on a busy machine. Four times the text may cost a little more than four times as much.
        var small = Allocated(22_500);
        var large = Allocated(90_000);
        Assert.True(large < (6 * small) + 1_000_000, $"{small} bytes for a quarter of the text, {large} for all of it");

        long Allocated(int length)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Reads("SELECT * FROM t WHERE " + string.Concat(Enumerable.Repeat(piece, length / piece.Length)));
            Reads(string.Concat(Enumerable.Repeat(piece, length / piece.Length)));
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    private static bool Reads(string text)
    {
        foreach (var statement in SqlScript.Read(text))
            _ = App.Value.SqlExtents.Of(statement);
        return true;
    }
}
