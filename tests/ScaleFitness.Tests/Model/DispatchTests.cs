using ScaleFitness.Model;

namespace ScaleFitness.Tests.Model;

public sealed class DispatchTests
{
    private const string Types = """
        public interface IPrices { int Of(string sku); }
        public class Listed : IPrices { public int Of(string sku) => 1; }
        public class Cached(IPrices inner) : IPrices { public int Of(string sku) => inner.Of(sku); }
        public class Forgotten : IPrices { int IPrices.Of(string sku) => 3; }
        public abstract class Shape { public abstract int Area(); public virtual int Sides() => 0; }
        public class Square : Shape { public override int Area() => 4; public override int Sides() => 4; }
        public class Circle : Shape { public override int Area() => 3; }
        public interface IBox<T> { T Open(T t); }
        public class IntBox : IBox<int> { public int Open(int t) => t; }
        public class TextBox : IBox<string> { public string Open(string t) => t; }
        public static class Caller
        {
            public static int Run(IPrices prices, Shape shape, IBox<int> box) { BODY }
            public static void Wire(IServiceCollection services) { SERVICES }
            public static void Make() { new Square(); new Circle(); new IntBox(); new TextBox(); new Listed(); new Cached(null!); }
        }
        """;

    [Theory]
    [InlineData("services.AddScoped<IPrices, Listed>();", "return prices.Of(\"a\");", "Listed.Of")]
    [InlineData("", "return prices.Of(\"a\");", "Listed.Of", "Cached.Of")]
    [InlineData("services.AddScoped<IPrices, Forgotten>();", "return prices.Of(\"a\");", "Forgotten.Of")]
    [InlineData("", "return shape.Area();", "Square.Area", "Circle.Area")]
    [InlineData("", "return shape.Sides();", "Square.Sides", "Shape.Sides")]
    [InlineData("", "Shape s = new Circle(); return s.Area();", "Circle.Area")]
    [InlineData("", "Shape s = prices is null ? new Circle() : new Square(); return s.Area();", "Circle.Area", "Square.Area")]
    [InlineData("", "Func<string, int> of = prices.Of; return of(\"a\");", "Listed.Of", "Cached.Of")]
    [InlineData("", "Func<int> local = () => 7; return local();", "Caller.Run")]
    public void A_call_reaches_what_it_can_reach(string services, string body, params string[] targets)
    {
        foreach (var release in new[] { false, true })
        {
            var app = ModelSource.Read(Types.Replace("BODY", body, StringComparison.Ordinal).Replace("SERVICES", services, StringComparison.Ordinal), release);
            var found = app.Body("Caller.Run").Calls.SelectMany(app.Dispatch.Targets).Where(t => !t.Owner.Definition.IsConstructor).Select(t => t.Owner.DisplayName).Distinct();
            Assert.Equal(targets.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void A_message_reaches_its_handler_by_type()
    {
        var app = ModelSource.Read("""
            using Microsoft.AspNetCore.Mvc;
            public record Ask(int Id); public record Other(int Id);
            public class AskHandler : Bus.IRequestHandler<Ask, int> { public Task<int> Handle(Ask r, CancellationToken t) => Task.FromResult(1); }
            public class OtherHandler : Bus.IRequestHandler<Other, int> { public Task<int> Handle(Other r, CancellationToken t) => Task.FromResult(2); }
            public class AskController(Bus.ISender sender) : ControllerBase { public Task<int> Get(int id) => sender.Send(new Ask(id)); }
            namespace Bus
            {
                public interface IRequestHandler<TRequest, TResult> { Task<TResult> Handle(TRequest r, CancellationToken t); }
                public interface ISender { Task<int> Send(object request); }
            }
            """);
        Assert.True(app.Reach.IsOnRequest(Function(app, "AskHandler.Handle")));
        Assert.False(app.Reach.IsOnRequest(Function(app, "OtherHandler.Handle")));
        Assert.Equal(["AskController.Get", "AskHandler.Handle"], app.Reach.PathTo(Function(app, "AskHandler.Handle")).Select(s => s.Function.Owner.DisplayName));
    }

    private static Code.Folding.SourceFunction Function(AppModel app, string name) => app.Code.Methods.Single(m => m.DisplayName == name).Body;
}
