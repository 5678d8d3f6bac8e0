namespace Shapes;

/// <summary>What the shapes call, so that a test can ask where the call was seen.</summary>
public static class Probe
{
    public static int Hit(string label) => label.Length;

    public static bool Is(int value) => value > 0;
}
