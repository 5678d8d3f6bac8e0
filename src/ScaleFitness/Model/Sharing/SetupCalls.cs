using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Conditions;
using ScaleFitness.Model.Services;

namespace ScaleFitness.Model.Sharing;

/// <summary>Calls of libraries' methods that set the app up, in whatever method of the app they stand; those for development or a browser are left out.</summary>
internal sealed class SetupCalls(CodeModel code, CallIndex index, Guards guards)
{
    /// <summary>The calls whose method both filters accept, the name first, in a stable order.</summary>
    public IReadOnlyList<Call> Find(Func<string, bool> name, Func<MethodRef, bool> method)
    {
        var browser = BrowserCode.Mains(code);
        return
        [
            .. index.Calling(name, method).Where(f => !browser.Contains(f.Owner))
                .SelectMany(f => code.BodyOf(f).Calls)
                .Where(c => (name(c.Method.Name) || c.IsConstruction) && method(c.Method) && code.FunctionOf(c.Method) is null && !guards.IsDevelopmentOnly(c)),
        ];
    }

    /// <summary>Whether the app's code uses a type of an assembly whose name has both words.</summary>
    public bool Refers(string word, Func<string, bool> other) =>
        code.Program.Assemblies.SelectMany(a => a.References).Any(r => r.Contains(word, StringComparison.OrdinalIgnoreCase) && other(r));
}
