namespace ScaleFitness.Json;

/// <summary>A place in a text file. Lines and columns count from one, columns in UTF-16 units, as editors do.</summary>
internal readonly record struct Position(int Line, int Column);
