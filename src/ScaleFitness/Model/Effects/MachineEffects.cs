namespace ScaleFitness.Model.Effects;

/// <summary>The machine itself: its disk, its other processes, its clock.</summary>
internal static class MachineEffects
{
    private const bool Read = false;
    private const bool Write = true;

    public static IReadOnlyList<EffectRow> Rows { get; } =
    [
        new("System.IO.File", EffectKind.File, Write, "Write*", "Append*", "Create", "CreateText", "Delete", "Move", "Copy", "Replace", "OpenWrite"),
        new("System.IO.File", EffectKind.File, Read, "Read*", "OpenRead", "OpenText", "Open"),
        new("System.IO.Directory", EffectKind.File, Write, "CreateDirectory", "Delete", "Move"),
        new("System.IO.Directory", EffectKind.File, Read, "Get*", "Enumerate*"),
        new("System.IO.FileInfo", EffectKind.File, Write, "Create", "CreateText", "Delete", "MoveTo", "CopyTo", "OpenWrite", "AppendText"),
        new("System.IO.FileInfo", EffectKind.File, Read, "OpenRead", "OpenText", "Open"),
        new("System.IO.DirectoryInfo", EffectKind.File, Write, "Create", "CreateSubdirectory", "Delete", "MoveTo"),
        new("System.IO.FileStream", EffectKind.File, Read, "Read*", "CopyTo*"),
        new("System.IO.FileStream", EffectKind.File, Write, "Write*", "Flush*"),
        new("System.Diagnostics.Process", EffectKind.Process, Write, "Start", "WaitForExit", "WaitForExitAsync"),
        new("System.Threading.Thread", EffectKind.Delay, Read, "Sleep"),
        new("System.Threading.Tasks.Task", EffectKind.Delay, Read, "Delay"),
    ];
}
