using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Findings;
using ScaleFitness.Model;
using ScaleFitness.Model.State;

namespace ScaleFitness.Rules.State;

/// <summary>Which stores live as long as the process: statics, what a static object holds, and variables of start-up code that endpoints capture.</summary>
internal sealed class ProcessStores
{
    private readonly AppModel _app;
    private readonly HashSet<string> _heldByStatics = new(StringComparer.Ordinal);

    public ProcessStores(AppModel app)
    {
        _app = app;
        var madePerUse = MadeOutsideStatics(app);
        foreach (var type in app.Code.Program.Types)
            foreach (var field in type.Fields)
                if (field.IsStatic && !type.IsCompilerGenerated && Held(field.Type) is { } held && !madePerUse.Contains(held.Reference.FullName))
                    _heldByStatics.Add(held.Reference.FullName);
    }

    public bool Contains(StoreChange change)
    {
        var field = change.Store.Field;
        if (change.Store.IsCaptured)
            return IsCapturedFromStartUp(change);
        if (field.DeclaringType.IsCompilerGenerated || field.Attributes.Any(a => a.Type.FullName == "System.ThreadStaticAttribute"))
            return false;
        if (!field.IsStatic && (!_heldByStatics.Contains(field.DeclaringType.Reference.FullName) || change.Function.Owner.Definition.IsConstructor))
            return false;
        // A plain field that is replaced is no collection: another rule's.
        return change.Kind is not (ChangeKind.Replace or ChangeKind.Initialise) || StoreMethods.IsCollection(field.Type) || IsCache(field.Type);
    }

    /// <summary>The declaration of a captured variable: its first write outside lambdas.</summary>
    public static Place DeclarationOf(AppModel app, FieldDefinition variable)
    {
        var home = Home(app, variable)!;
        var first = app.BodyOf(home).CapturedWrites.First(w => w.Variable == variable);
        return Places.Of(app, home, first.Position);
    }

    private bool IsCapturedFromStartUp(StoreChange change) =>
        Home(_app, change.Store.Field) is { } home && home != change.Function
        && !_app.Reach.IsOnRequest(home) && !_app.Reach.IsInBackground(home) && _app.Reach.IsAtStartUp(home);

    private static SourceFunction? Home(AppModel app, FieldDefinition variable) =>
        app.Code.Folded.ClosureWriters(variable).OrderBy(f => f.Kind).FirstOrDefault();

    private TypeDefinition? Held(TypeRef type) =>
        _app.Code.Program.Find(type.FullName == "System.Lazy`1" ? type.SoleArgument : type) is { IsExternal: false, IsInterface: false } held && (held.Traits & (TypeTraits.Enum | TypeTraits.Delegate)) == 0 ? held : null;

    private static bool IsCache(TypeRef type) => type.Name.Contains("MemoryCache", StringComparison.Ordinal);

    /// <summary>Types that are also made elsewhere: which object a method runs on cannot be told, so they are left alone.</summary>
    private static HashSet<string> MadeOutsideStatics(AppModel app)
    {
        var result = new HashSet<string>(StringComparer.Ordinal);
        foreach (var function in app.Reach.AtWork)
            foreach (var call in app.BodyOf(function).Calls)
                if (call.IsConstruction && function.Owner.Definition.Name != ".cctor")
                    result.Add(call.Method.DeclaringType.FullName);
        return result;
    }
}
