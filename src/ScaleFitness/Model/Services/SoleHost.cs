using ScaleFitness.Code.Calls;
using ScaleFitness.Model.Composition;

namespace ScaleFitness.Model.Services;

/// <summary>
/// The composed host where it speaks for all the code there is. Of several programs only one is composed, and what that
/// one has or lacks says nothing of the others': their code is all there is to go by.
/// </summary>
internal static class SoleHost
{
    public static ComposedHost? Of(CodeModel code, ComposedHost? host)
    {
        var browser = BrowserCode.Assemblies(code.Program);
        return host is not null && code.Program.Assemblies.Count(a => a.Main is not null && !browser.Contains(a.Name)) > 1 ? null : host;
    }
}
