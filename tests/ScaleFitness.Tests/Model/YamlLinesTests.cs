using ScaleFitness.Model.Deployment;

namespace ScaleFitness.Tests.Model;

/// <summary>The part of YAML that deployments are written in.</summary>
public class YamlLinesTests
{
    [Theory]
    [InlineData("a: 1", "a=1")]
    [InlineData("a:\n  b: x # not c: 2", "a/b=x")]
    [InlineData("a: \"x # y\"", "a=x # y")]
    [InlineData("a: 'it: is'", "a=it: is")]
    [InlineData("\"a b\": c", "a b=c")]
    [InlineData("a: http://x:80/y", "a=http://x:80/y")]
    [InlineData("a:\n- b: 1\n  c: 2\n- b: 3", "a/b=1 a/c=2 a/b=3")]
    [InlineData("a:\n  - - x\n    - y", "a/=x a/=y")]
    [InlineData("a: |\n  b: 1\n\n  c: 2\nd: 3", "d=3")]
    [InlineData("a:\n  b: >-\n    x: 1\n  c: 2", "a/c=2")]
    [InlineData("a:\n  b: 1\n---\nb: 2", "a/b=1 b=2")]
    [InlineData("a: {{ .Values.a }}\n{{- if .x }}\nb: 1\n{{- end }}", "b=1")]
    [InlineData("# a: 1\n   # b: 2", "")]
    [InlineData("\"open", "=\"open")]
    [InlineData("-\n  a: 1", "a=1")]
    public void Values_know_the_keys_above_them(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', YamlLines.Read(text.Split('\n')).Select(e => $"{string.Join('/', e.Keys)}={e.Value}")));

    [Fact]
    public void A_value_knows_its_line_and_column()
    {
        var entry = Assert.Single(YamlLines.Read(["a:", "  - b:", "      c: 1"]));
        Assert.Equal((3, 7), (entry.Line, entry.Column));
    }
}
