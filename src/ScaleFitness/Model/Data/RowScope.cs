using ScaleFitness.Code.Expressions;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Data;

/// <summary>The rows that a lambda's parameters stand for.</summary>
internal sealed class RowScope
{
    private readonly IReadOnlyList<(ParameterNode Parameter, RowShape? Shape)> _rows;

    private RowScope(IReadOnlyList<(ParameterNode Parameter, RowShape? Shape)> rows) => _rows = rows;

    /// <summary>The scope of a lambda that is handed these rows.</summary>
    public static RowScope Of(LambdaNode lambda, params RowShape?[] rows) => new([.. lambda.Parameters.Zip(rows)]);

    /// <summary>The scope of a lambda inside this one.</summary>
    public RowScope Inside(LambdaNode lambda, RowShape? row) => new([.. _rows, .. lambda.Parameters.Take(1).Select(p => (p, row))]);

    /// <summary>What an expression stands for, or null where it is no table's.</summary>
    public RowShape? Resolve(ExpressionNode node) => node switch
    {
        ParameterNode parameter => _rows.FirstOrDefault(r => Predicate.Same(parameter, r.Parameter)).Shape,
        MemberNode { Object: { } target } member => Resolve(target) switch
        {
            TableRow row => new TableColumn(row.Table, member.Name, member.Type),
            TableColumn column when member.Name == "Value" && column.Type.FullName == "System.Nullable`1" => column,
            // The key of the row that it points to is this row's foreign key.
            TableColumn column when member.Name == "Id" && column.Type.Namespace != "System" => new TableColumn(column.Table, column.Name + "Id", member.Type),
            ComposedRow composed => composed.Members.GetValueOrDefault(member.Name),
            _ => null,
        },
        OtherNode { Kind: "New", Members.Count: > 0 } made => Composed(made.Members.Zip(made.Children)),
        OtherNode { Kind: "MemberInit" } made => Composed(made.Children.OfType<OtherNode>().Where(b => b is { Kind: "Bind", Members.Count: 1 }).Select(b => (b.Members[0], b.Children[0]))),
        _ => null,
    };

    /// <summary>Whether an expression depends on a row.</summary>
    public bool Mentions(ExpressionNode node) => _rows.Any(r => Predicate.Mentions(node, r.Parameter));

    /// <summary>Whether an expression is a value from outside that can equal something; nothing equals null.</summary>
    public bool IsOutside(ExpressionNode node) => !Mentions(node) && node is not ValueNode { Value: ConstantValue { Constant: null } };

    private ComposedRow Composed(IEnumerable<(string Name, ExpressionNode Value)> members) =>
        new(members.DistinctBy(m => m.Name).ToDictionary(m => m.Name, m => Resolve(m.Value), StringComparer.Ordinal));
}
