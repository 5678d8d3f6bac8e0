using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Model.Requests;

/// <summary>A value that the client of a request chooses.</summary>
/// <param name="Name">How the author names it: <c>pageSize</c>, <c>OrdersQuery.PageSize</c>, <c>query["size"]</c>.</param>
/// <param name="Type">Its type, or null where unknown.</param>
/// <param name="Function">The function that receives it: an endpoint's handler, or who reads the property.</param>
public sealed record ClientValue(string Name, TypeRef? Type, SourceFunction Function);
