using ScaleFitness.Code.Values;
using ScaleFitness.Model;

namespace ScaleFitness.Tests.Model;

/// <summary>Ways between statements, in every way that the compiler may lay them out.</summary>
public sealed class ControlPathTests
{
    private static (ControlPaths Paths, Func<string, int> Order, FunctionBody Body) Read(string body, bool release, bool isAsync)
    {
        var app = ModelSource.Read($$"""
            public class C
            {
                static void A() { } static void B() { } static void Stop() { } static bool Ok() => true; static void Last() { }
                {{(isAsync ? "async Task" : "void")}} M(bool b, int n, List<int> list)
                {
                    {{(isAsync ? "await Task.Yield();" : "")}}
                    {{body}}
                }
            }
            """, release);
        var function = app.Code.Methods.Single(m => m.DisplayName == "C.M").Body;
        return (app.Code.PathsOf(function), name => app.BodyOf(function).Calls.Single(c => c.Method.Name == name).Order, app.BodyOf(function));
    }

    private static void Everywhere(string body, Action<ControlPaths, Func<string, int>, FunctionBody> check)
    {
        foreach (var (release, isAsync) in new[] { (false, false), (false, true), (true, false), (true, true) })
        {
            var (paths, order, read) = Read(body, release, isAsync);
            check(paths, order, read);
        }
    }

    [Theory]
    [InlineData("A(); B();", true)]
    [InlineData("B(); A();", false)]
    [InlineData("if (b) A(); else B();", false)]
    [InlineData("if (b) A(); B();", true)]
    [InlineData("while (b) { B(); A(); }", true)]
    [InlineData("A(); Stop(); B();", false)]
    [InlineData("A(); if (b) Stop(); B();", true)]
    [InlineData("A(); try { Stop(); } finally { Ok(); } B();", false)]
    [InlineData("A(); if (n > 3) return; B();", true)]
    public void One_statement_leads_to_another(string body, bool leads) =>
        Everywhere(body, (paths, order, read) =>
        {
            var stop = read.Calls.FirstOrDefault(c => c.Method.Name == "Stop")?.Order;
            Assert.Equal(leads, paths.Leads(order("A"), order("B"), o => o == stop));
        });

    [Theory]
    [InlineData("A(); B();", false)]
    [InlineData("A(); if (b) B();", true)]
    [InlineData("A(); try { Ok(); } finally { B(); }", false)]
    [InlineData("A(); if (b) throw new Exception(); B();", false)]
    [InlineData("A(); Ok(); B();", true, true)]
    [InlineData("A(); try { Ok(); } finally { B(); }", false, true)]
    [InlineData("A(); if (b) return; B();", true)]
    public void A_way_out_without_a_statement(string body, bool escapes, bool throwing = false) =>
        Everywhere(body, (paths, order, _) => Assert.Equal(escapes, paths.Escapes(order("A"), o => o == order("B"), throwing)));

    [Theory]
    [InlineData("A(); B();", true)]
    [InlineData("if (b) A(); B();", false)]
    [InlineData("A(); while (b) B();", true)]
    [InlineData("while (b) A(); B();", false)]
    public void A_statement_that_every_way_passes(string body, bool always) =>
        Everywhere(body, (paths, order, _) => Assert.Equal(always, paths.IsAlwaysAfter(order("B"), order("A"))));

    [Theory]
    [InlineData("A(); B();", false)]
    [InlineData("if (b) return; A();", true)]
    [InlineData("if (b) A(); B();", true)]
    [InlineData("if (b) throw new Exception(); A();", false)]
    [InlineData("try { Ok(); } finally { A(); }", false)]
    public void A_statement_that_a_way_goes_around(string body, bool isAvoidable) =>
        Everywhere(body, (paths, order, _) => Assert.Equal(isAvoidable, paths.IsAvoidable(order("A"))));

    [Theory]
    [InlineData("if (Ok()) A();", true)]
    [InlineData("if (!Ok()) A();", false)]
    [InlineData("if (!Ok()) return; A();", true)]
    [InlineData("if (Ok()) B(); A();", null)]
    public void What_was_tested_before_a_call(string body, bool? found) =>
        Everywhere(body, (_, _, read) => Assert.Equal(
            found,
            read.Calls.Single(c => c.Method.Name == "A").Conditions.Where(t => t.Value is CallValue { Call.Method.Name: "Ok" }).Select(t => (bool?)t.IsTrue).FirstOrDefault()));

    [Fact]
    public void Protected_blocks_are_the_authors() =>
        Everywhere("try { A(); } catch (ArgumentException) { B(); } Last();", (paths, order, _) =>
        {
            var region = Assert.Single(paths.Regions);
            Assert.Equal((RegionKind.Catch, "System.ArgumentException"), (region.Kind, region.Catches?.FullName));
            Assert.True(region.Protects(order("A")) && !region.Protects(order("B")) && !region.Protects(order("Last")));
            Assert.True(region.Handles(order("B")) && !region.Handles(order("Last")));
        });

    [Theory]
    [InlineData("for (var i = 0; i < n; i++) A();", "Less")]
    [InlineData("for (var i = n; i >= 1; i--) A();", "GreaterOrEqual")]
    [InlineData("while (Ok()) A();", "True")]
    [InlineData("while (!Ok()) A();", "not True")]
    [InlineData("do { A(); } while (n != 3);", "NotEqual")]
    [InlineData("while (true) { A(); if (n > 3) break; }", "LessOrEqual")]
    [InlineData("while (true) { A(); if (n == 3) return; }", "NotEqual")]
    public void What_a_loop_goes_on_by(string body, string condition) =>
        Everywhere(body, (_, _, read) =>
        {
            var exit = Assert.Single(read.LoopExits);
            Assert.Equal(condition, exit.StaysWhenTrue ? exit.Comparison : "not " + exit.Comparison);
            Assert.Equal(read.Calls.Single(c => c.Method.Name == "A").Loop, exit.Loop);
        });
}
