namespace ScaleFitness.Tests.Model;

public sealed class GenericSymbolTests
{
    /// <summary>Both calls are one metadata token: what it names depends on the method that mentions it.</summary>
    [Fact]
    public void A_token_that_two_generic_methods_share_names_the_parameter_of_each()
    {
        var app = ModelSource.Read("""
            public class C
            {
                public void First<TOne>(List<TOne> list, TOne item) => list.Add(item);
                public void Second<TTwo>(List<TTwo> list, TTwo item) => list.Add(item);
            }
            """);

        Assert.Equal("List<TOne>", app.CallIn("C.First", "Add").Method.DeclaringType.DisplayName);
        Assert.Equal("List<TTwo>", app.CallIn("C.Second", "Add").Method.DeclaringType.DisplayName);
    }

    [Fact]
    public void A_token_without_type_parameters_is_one_symbol_wherever_it_is_mentioned()
    {
        var app = ModelSource.Read("""
            public class C
            {
                public void First(List<int> list) => list.Add(1);
                public void Second(List<int> list) => list.Add(2);
            }
            """);

        Assert.Same(app.CallIn("C.First", "Add").Method, app.CallIn("C.Second", "Add").Method);
    }
}
