using System.Diagnostics;
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
        var watch = Stopwatch.StartNew();
        Reads("SELECT * FROM t WHERE " + string.Concat(Enumerable.Repeat(piece, 90_000 / piece.Length)));
        Reads(string.Concat(Enumerable.Repeat(piece, 90_000 / piece.Length)));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"took {watch.Elapsed}");
    }

    private static bool Reads(string text)
    {
        foreach (var statement in SqlScript.Read(text))
            _ = App.Value.SqlExtents.Of(statement);
        return true;
    }
}
