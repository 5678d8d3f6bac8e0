using ScaleFitness.Code.Expressions;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model;
using ScaleFitness.Model.Data;
using ScaleFitness.Model.Loops;

namespace ScaleFitness.Rules.Data;

/// <summary>Finds navigations that proxies load row by row.</summary>
internal static class LazyLoading
{
    public static IEnumerable<LazyNavigation> In(AppModel app)
    {
        if (!app.Index.Mentioning(name => name is "UseLazyLoadingProxies").Any())
            return [];
        return app.Reach.AtWork.Where(f => !f.Owner.IsGenerated)
            .SelectMany(f => app.BodyOf(f).Calls)
            .Select(c => Of(app, c))
            .OfType<LazyNavigation>()
            .DistinctBy(l => (l.Read.Function, l.Entity, l.Name));
    }

    private static LazyNavigation? Of(AppModel app, Call read)
    {
        if (!read.Method.Name.StartsWith("get_", StringComparison.Ordinal) || read.Receiver is not { } row || app.Entities.Of(row.Type) is not { } entity || !IsNavigation(app, read.Method))
            return null;
        if (!app.Loops.IsRepeated(read) || app.Repeated.Around(read) is not { } around || around.Size.Query is not { } query || !around.Loop.IsElement(row))
            return null;
        var name = read.Method.Name["get_".Length..];
        return query.Operators.Any(o => o.Name.StartsWith("AsNoTracking", StringComparison.Ordinal) || o.Name is "Include" or "ThenInclude" && Includes(o, name))
            ? null
            : new(read, entity.Name, name, around.Size);
    }

    /// <summary>Proxies override what is virtual and points to other rows.</summary>
    private static bool IsNavigation(AppModel app, MethodRef getter) =>
        app.Code.Program.Find(getter) is { IsVirtual: true } && (app.Entities.Of(getter.ReturnType) ?? app.Entities.Of(getter.ReturnType.SoleArgument)) is not null;

    private static bool Includes(QueryOperator include, string name) =>
        ValueWalk.Constant(include.Arguments[^1]) is string path ? path.Split('.').Contains(name)
        : ExpressionReader.Lambda(include.Arguments[^1]) is not { } lambda || Mentions(lambda.Body, name);

    private static bool Mentions(ExpressionNode node, string name) => node switch
    {
        MemberNode member => member.Name == name || member.Object is not null && Mentions(member.Object, name),
        CallNode call => (call.Object is not null && Mentions(call.Object, name)) || call.Arguments.Any(a => Mentions(a, name)),
        UnaryNode unary => Mentions(unary.Operand, name),
        _ => false,
    };
}
