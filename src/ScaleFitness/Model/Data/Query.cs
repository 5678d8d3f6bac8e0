using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Data;

/// <summary>What a chain of query operators starts from.</summary>
public abstract record QueryRoot;

/// <summary>A table: a <c>DbSet</c> or another provider's queryable.</summary>
/// <param name="Type">The entity's type; a type parameter in a generic repository.</param>
/// <param name="Entity">The entity, or null where no context declares it.</param>
public sealed record EntityRoot(TypeRef Type, Entity? Entity) : QueryRoot
{
    /// <summary>Such as <c>Order</c>.</summary>
    public string Name => Type.DisplayName;
}

/// <summary>A parameter of the function: callers know.</summary>
/// <param name="Argument">The parameter.</param>
public sealed record ParameterRoot(ArgumentValue Argument) : QueryRoot;

/// <summary>Objects in memory: no database is asked.</summary>
public sealed record ObjectsRoot : QueryRoot;

/// <summary>SQL that the code hands over, as EF Core's <c>FromSql</c> and <c>SqlQuery</c> do.</summary>
/// <param name="Call">The call that hands it over.</param>
public sealed record SqlRoot(Call Call) : QueryRoot;

/// <summary>Something else: a library's own query, or what the engine cannot tell.</summary>
/// <param name="Reason">What.</param>
public sealed record OtherRoot(string Reason) : QueryRoot;

/// <summary>One operator of a chain, with its arguments as the caller that composed the chain sees them.</summary>
/// <param name="Call">The call.</param>
/// <param name="Arguments">Its arguments, the source first where it is an extension method.</param>
public sealed record QueryOperator(Call Call, IReadOnlyList<Value> Arguments)
{
    /// <summary>The operator's name: <c>Where</c>, <c>Take</c> …</summary>
    public string Name => Call.Method.Name;
}

/// <summary>One way in which a query may be composed.</summary>
/// <param name="Root">What it starts from.</param>
/// <param name="Operators">Operators from the root outwards.</param>
public sealed record Query(QueryRoot Root, IReadOnlyList<QueryOperator> Operators)
{
    /// <summary>Calls of the app's own functions that composed parts of it.</summary>
    public IReadOnlyList<Call> Through { get; init; } = [];

    /// <summary>The query with one more operator.</summary>
    public Query With(QueryOperator next) => this with { Operators = [.. Operators, next] };

    /// <summary>The query continued by operators that another function applied.</summary>
    public Query With(IEnumerable<QueryOperator> more) => this with { Operators = [.. Operators, .. more] };
}

/// <summary>A place where a query is run and its rows are kept.</summary>
/// <param name="Function">The function it stands in.</param>
/// <param name="Site">The call that runs it, or hands it to the function that does.</param>
/// <param name="Query">The query.</param>
public sealed record Materialisation(SourceFunction Function, Call Site, Query Query)
{
    /// <summary>Where the query is run in the end, when the site only hands it over.</summary>
    public Call? RunBy { get; init; }
}
