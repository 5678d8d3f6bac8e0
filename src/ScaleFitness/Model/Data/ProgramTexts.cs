using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Model.Data;

/// <summary>Texts that the app's code names, migrations and other generated code included.</summary>
internal static class ProgramTexts
{
    public static IEnumerable<string> Of(CompiledProgram program) =>
        program.Types.SelectMany(t => t.Methods).Where(m => m.Body is not null).SelectMany(m => m.Body!.Code).Select(i => i.Operand as string).OfType<string>();
}
