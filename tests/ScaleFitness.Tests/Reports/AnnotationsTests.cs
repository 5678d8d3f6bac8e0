using ScaleFitness.Findings;
using ScaleFitness.Reports;
using ScaleFitness.Tests.Samples;

namespace ScaleFitness.Tests.Reports;

public sealed class AnnotationsTests
{
    private static readonly Finding _finding = Sample.Finding(Sample.UnboundedQuery) with { Message = "100% of rows: a, b; [c]\r\nand more" };

    [Fact]
    public void GitHub_is_told_in_its_own_escapes() =>
        Assert.Equal(
            "::error file=src/a%2Cb%3A100%25.cs,line=42,endLine=42,col=9,endColumn=30,title=SF2001 unbounded query::100%25 of rows: a, b; [c]%0D%0Aand more",
            Annotations.GitHub(In("src/a,b:100%.cs")));

    [Fact]
    public void GitHub_takes_no_columns_of_several_lines()
    {
        var finding = In("a.cs");
        finding = finding with { Where = finding.Where with { Location = finding.Where.Location! with { EndLine = 44 } } };
        Assert.StartsWith("::error file=a.cs,line=42,endLine=44,title=", Annotations.GitHub(finding), StringComparison.Ordinal);
    }

    [Fact]
    public void Azure_is_told_in_its_own_escapes() =>
        Assert.Equal(
            "##vso[task.logissue type=error;sourcepath=src/a%3Bb%5D%AZP25.cs;linenumber=42;columnnumber=9;code=SF2001;]100%AZP25 of rows: a, b; [c]%0D%0Aand more",
            Annotations.Azure(In("src/a;b]%.cs")));

    [Fact]
    public void Without_a_source_line_the_text_is_left()
    {
        var finding = _finding with { Where = new("M:A.B", "A.B", null), Message = "m" };
        Assert.Equal("::error title=SF2001 unbounded query::m", Annotations.GitHub(finding));
        Assert.Equal("##vso[task.logissue type=error;code=SF2001;]m", Annotations.Azure(finding));
    }

    private static Finding In(string file) =>
        _finding with { Where = _finding.Where with { Location = _finding.Where.Location! with { File = file } } };
}
