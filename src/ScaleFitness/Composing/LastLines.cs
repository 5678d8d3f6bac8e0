namespace ScaleFitness.Composing;

/// <summary>The last lines that a process wrote, for the message when it says nothing else.</summary>
internal sealed class LastLines
{
    private const int Most = 5;
    private readonly Queue<string> _lines = new();

    public void Add(string? line)
    {
        if (string.IsNullOrWhiteSpace(line))
            return;
        lock (_lines)
        {
            _lines.Enqueue(line.Trim());
            if (_lines.Count > Most)
                _lines.Dequeue();
        }
    }

    /// <inheritdoc />
    public override string ToString()
    {
        lock (_lines)
            return _lines.Count == 0 ? "" : "; its last words: " + string.Join(" | ", _lines);
    }
}
