using ScaleFitness.Code.Calls;
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

    private readonly StoreMentions _mentions;

    public ProcessStores(AppModel app)
    {
        _app = app;
        foreach (var type in app.Code.Program.Types)
            foreach (var field in type.Fields)
                if (field.IsStatic && !type.IsCompilerGenerated && Held(field.Type) is { } held)
                    _heldByStatics.Add(held.Reference.FullName);
        _heldByStatics.ExceptWith(MadeOutsideStatics(app, _heldByStatics));
        _mentions = new(app, type => _heldByStatics.Contains(type.Reference.FullName), type => StoreMethods.IsCollection(type) || IsCache(type));
    }

    /// <summary>Whether the function may change one, to be told without analysing it.</summary>
    public bool MayChange(SourceFunction function) => _mentions.MayChange(function);

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
    private static HashSet<string> MadeOutsideStatics(AppModel app, HashSet<string> types)
    {
        var result = new HashSet<string>(StringComparer.Ordinal);
        var makers = new Dictionary<string, List<SourceFunction>>(StringComparer.Ordinal);
        foreach (var function in app.Code.Folded.Methods.SelectMany(m => m.Functions))
            if (function.Owner.Definition.Name != ".cctor")
                foreach (var mention in function.BodyMethod.Mentions)
                    if (mention.Symbol is MethodRef { IsConstructor: true } made && types.Contains(made.DeclaringType.FullName) && Makers(made.DeclaringType.FullName) is var list && (list.Count == 0 || list[^1] != function))
                        list.Add(function);
        // One maker at work is enough: a few of each type, then more of those that had none.
        for (var count = 3; makers.Count > 0; count *= 4)
        {
            var firsts = makers.Values.SelectMany(m => m.Take(count)).ToHashSet();
            foreach (var function in app.Reach.AtWorkWhere(firsts.Contains))
                foreach (var call in app.BodyOf(function).Calls)
                    if (call.IsConstruction && types.Contains(call.Method.DeclaringType.FullName))
                        result.Add(call.Method.DeclaringType.FullName);
            foreach (var (type, functions) in makers)
            {
                functions.RemoveRange(0, Math.Min(count, functions.Count));
                if (functions.Count == 0 || result.Contains(type))
                    makers.Remove(type);
            }
        }

        return result;

        List<SourceFunction> Makers(string type)
        {
            if (!makers.TryGetValue(type, out var list))
                makers[type] = list = [];
            return list;
        }
    }
}
