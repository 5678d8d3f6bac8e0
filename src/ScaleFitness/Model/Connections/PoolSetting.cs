using ScaleFitness.Code.Values;
using ScaleFitness.Model.Settings;

namespace ScaleFitness.Model.Connections;

/// <summary>What is set of a pool of connections: in a settings file, or in code.</summary>
/// <param name="IsOff">Whether connections are not pooled at all.</param>
/// <param name="MaxSize">The most connections, or null.</param>
/// <param name="Setting">The setting that says so, or null.</param>
/// <param name="Site">The call that says so, or uses the setting; null for a setting that no call in sight uses.</param>
public sealed record PoolSetting(bool IsOff, int? MaxSize, Setting? Setting, Call? Site);
