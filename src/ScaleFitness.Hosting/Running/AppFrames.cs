using System.Diagnostics;
using System.Reflection;
using ScaleFitness.Hosting.Reading;
using ScaleFitness.Model.Composition;

namespace ScaleFitness.Hosting.Running;

/// <summary>Finds the app's own code in a stack: the first frame with a source line.</summary>
internal static class AppFrames
{
    public static HostMethod? Method(StackTrace trace) => First(trace)?.GetMethod() is { DeclaringType: { } type } method ? HostTypes.Of(method, type) : null;

    /// <summary>Such as <c> (Program.cs:12)</c>; empty where there is none.</summary>
    public static string Place(StackTrace trace) =>
        First(trace) is { } frame ? $" ({Path.GetFileName(frame.GetFileName()!.Replace('\\', '/'))}:{frame.GetFileLineNumber()})" : "";

    /// <summary>Libraries come without debug information here, and the kit's own frames do not count.</summary>
    private static StackFrame? First(StackTrace trace) => trace.GetFrames().FirstOrDefault(f =>
        f.GetFileName() is { Length: > 0 } && f.GetMethod()?.DeclaringType?.Assembly is { } assembly && !IsOurs(assembly));

    private static bool IsOurs(Assembly assembly) => assembly == typeof(AppFrames).Assembly || assembly == typeof(HostMethod).Assembly;
}
