using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Tests.Harness;

/// <summary>Says where compiled code calls <c>Probe.Hit</c>.</summary>
public interface IShapeOracle
{
    /// <summary>Every call in the assembly, once for each time that it is seen.</summary>
    IReadOnlyList<Hit> Hits(string assemblyPath);
}

/// <summary>The engine, asked where it sees the calls.</summary>
public sealed class EngineShapeOracle : IShapeOracle
{
    /// <inheritdoc />
    public IReadOnlyList<Hit> Hits(string assemblyPath)
    {
        var code = CodeModel.Read([assemblyPath]);
        var perElement = new PerElement(code);
        return
        [
            .. from function in code.Functions
               from call in code.BodyOf(function).Calls
               where call.Method.Is("Shapes.Probe", "Hit")
               select new Hit(
                   ValueWalk.Constant(call.Arguments[0]) as string ?? "a label that is no constant",
                   MetadataName(function.Owner),
                   call.Position?.Line ?? 0,
                   perElement.IsRepeated(call)),
        ];
    }

    /// <summary>Shapes tell accessors and constructors apart, which people's names do not; an explicit implementation goes by its short name.</summary>
    private static string MetadataName(SourceMethod method)
    {
        var name = method.IsTopLevel ? "Main" : method.Definition.Name;
        return $"{method.Definition.DeclaringType.DisplayName}.{(method.Definition.IsConstructor ? name : name[(name.LastIndexOf('.') + 1)..])}";
    }
}
