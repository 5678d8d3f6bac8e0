using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Data;

/// <summary>
/// Tells code that picks the roots of a tree of which it has loaded every node: EF Core hangs each tracked row under its
/// parent as it loads it, and the code goes down from there.
/// </summary>
internal static class TreeRoots
{
    public static bool ArePicked(CodeModel code, MemoryFilter filter) =>
        filter.Filter.Method.Name is "Where" or "FindAll" && filter.Query.Root is EntityRoot { Entity: { } entity }
        && !filter.Query.Operators.Any(o => o.Name == "AsNoTracking")
        && code.Program.Find(entity.Type.Reference) is { } type && type.Properties.Any(p => EntityConventions.ElementOf(p.Type)?.FullName == type.Reference.FullName)
        && Dispatch.FunctionsOf(filter.Filter.Arguments[^1]).ToList() is [var condition] && IsWithoutParent(code.BodyOf(condition), type);

    private static bool IsWithoutParent(FunctionBody condition, TypeDefinition type)
    {
        var read = condition.Calls.Where(c => c.Method.DeclaringType.FullName == type.Reference.FullName).ToList();
        return read.Count == 1 && read[0].Method.Name.StartsWith("get_Parent", StringComparison.Ordinal)
            && (condition.Calls.Any(c => c.Method.Name == "get_HasValue") && !condition.Calls.Any(c => c.Method.Name is "GetValueOrDefault" or "get_Value") || condition.Comparisons.Any(c => IsNull(c.Left) || IsNull(c.Right)));
    }

    private static bool IsNull(Value value) => ValueWalk.Origins(value) is [ConstantValue { Constant: null }];
}
