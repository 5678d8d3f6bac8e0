using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using ScaleFitness.Model.Composition;

namespace ScaleFitness.Hosting.Reading;

/// <summary>
/// Reads what a filter asks of columns, and where it takes the other side from. EF Core puts the context that runs the
/// query in place of each part of the filter that a context could be; everything else stays as it was captured.
/// </summary>
internal sealed class FilterConditions(Type context, ParameterExpression row)
{
    public static IReadOnlyList<ComposedFilterCondition> Of(LambdaExpression filter, Type context) =>
        [.. new FilterConditions(context, filter.Parameters[0]).Of(filter.Body)];

    private IEnumerable<ComposedFilterCondition> Of(Expression node) => node switch
    {
        BinaryExpression { NodeType: ExpressionType.AndAlso or ExpressionType.OrElse or ExpressionType.And or ExpressionType.Or } both => Of(both.Left).Concat(Of(both.Right)),
        BinaryExpression compared => Compared(compared.Left, compared.Right),
        UnaryExpression { NodeType: ExpressionType.Not } not => Of(not.Operand),
        MethodCallExpression call => Called(call),
        _ => Column(node) is { } flag ? [new(flag, FilterSource.Constant, "", [])] : [],
    };

    private IEnumerable<ComposedFilterCondition> Compared(Expression left, Expression right) =>
        (Column(left), Column(right)) switch
        {
            ({ } column, null) => [Against(column, right)],
            (null, { } column) => [Against(column, left)],
            ({ } column, _) => [new(column, FilterSource.Row, "", [])],
            _ => [],
        };

    /// <summary><c>ids.Contains(x.TenantId)</c>, <c>Equals(x.TenantId, id)</c>.</summary>
    private IEnumerable<ComposedFilterCondition> Called(MethodCallExpression call)
    {
        var operands = (call.Object is { } target ? call.Arguments.Prepend(target) : call.Arguments).ToList();
        return operands.Select(Column).FirstOrDefault(c => c is not null) is { } column
            ? operands.Where(o => Column(o) is null).Select(o => Against(column, o))
            : [];
    }

    private ComposedFilterCondition Against(string column, Expression other)
    {
        var found = new Operand(context, row);
        found.Visit(other);
        var source = found.HasContext ? FilterSource.Context : found.HasRow ? FilterSource.Row : found.Captured is not null ? FilterSource.Captured : found.HasStatic ? FilterSource.Static : FilterSource.Constant;
        return new(column, source, found.Text, source == FilterSource.Captured ? [.. found.Through.Select(HostTypes.Of)] : []);
    }

    private string? Column(Expression node) => node switch
    {
        UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked } convert => Column(convert.Operand),
        MemberExpression { Member.Name: "Value", Expression: { } inner } when Nullable.GetUnderlyingType(inner.Type) is not null => Column(inner),
        MemberExpression { Expression: { } owner } member when owner == row || owner is UnaryExpression { Operand: var cast } && cast == row => member.Member.Name,
        MemberExpression { Expression: { } owner } member when Column(owner) is { } before => $"{before}.{member.Member.Name}",
        MethodCallExpression { Method: { Name: "Property", DeclaringType.FullName: "Microsoft.EntityFrameworkCore.EF" }, Arguments: [_, ConstantExpression { Value: string name }] } => name,
        _ => null,
    };

    /// <summary>What an expression is made of.</summary>
    private sealed class Operand(Type context, ParameterExpression row) : ExpressionVisitor
    {
        private readonly List<string> _names = [];

        public bool HasContext { get; private set; }

        public bool HasRow { get; private set; }

        public bool HasStatic { get; private set; }

        public object? Captured { get; private set; }

        /// <summary>The objects of which members are asked for, from the captured one on; none where a value itself was captured.</summary>
        public List<Type> Through { get; } = [];

        public string Text => string.Join('.', _names);

        public override Expression? Visit(Expression? node)
        {
            // EF Core's own test.
            if (node is not null && node.Type != typeof(object) && node.Type.IsAssignableFrom(context))
            {
                HasContext = true;
                return node;
            }

            return base.Visit(node);
        }

        protected override Expression VisitParameter(ParameterExpression node)
        {
            HasRow |= node == row;
            return node;
        }

        protected override Expression VisitMember(MemberExpression node)
        {
            HasStatic |= node.Expression is null;
            var visited = base.VisitMember(node);
            if (!node.Member.Name.StartsWith('<'))
                _names.Add(node.Member.Name);
            // A member of a captured service, rather than of a value such as a nullable or a text.
            if (Captured is not null && !HasContext && !IsClosure(node.Expression?.Type) && node.Expression is { Type: { IsValueType: false } owner } && owner != typeof(string))
                Through.Add(ValueOf(node.Expression)?.GetType() ?? owner);
            return visited;
        }

        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            HasStatic |= node.Object is null && node.Arguments.Count == 0;
            var visited = base.VisitMethodCall(node);
            _names.Add(node.Method.Name);
            if (Captured is not null && node.Object is { Type.IsValueType: false } target && !IsClosure(target.Type))
                Through.Add(ValueOf(target)?.GetType() ?? target.Type);
            return visited;
        }

        /// <summary>A captured delegate is called anew each time.</summary>
        protected override Expression VisitInvocation(InvocationExpression node)
        {
            HasStatic = true;
            return node;
        }

        protected override Expression VisitConstant(ConstantExpression node)
        {
            if (node.Value is { } value && !IsLiteral(value.GetType()))
                Captured = value;
            return node;
        }

        /// <summary>Only variables and fields are read; no property of the app runs.</summary>
        private static object? ValueOf(Expression node) => node switch
        {
            ConstantExpression constant => constant.Value,
            MemberExpression { Member: FieldInfo field, Expression: { } owner } when ValueOf(owner) is { } of => field.GetValue(of),
            UnaryExpression { NodeType: ExpressionType.Convert, Operand: var inner } => ValueOf(inner),
            _ => null,
        };

        private static bool IsLiteral(Type type) => type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(Guid) || type == typeof(decimal) || type == typeof(DateTime);

        private static bool IsClosure(Type? type) => type is not null && type.IsDefined(typeof(CompilerGeneratedAttribute), false);
    }
}
