namespace ScaleFitness.Code.Reading;

/// <summary>What to tell a user about an assembly that could not be read: a cause, never our insides.</summary>
internal static class Reasons
{
    public static string Of(Exception exception) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException => "the file does not exist",
        UnauthorizedAccessException => "the file may not be read",
        BadImageFormatException => "it is not a .NET assembly, or it is damaged",
        IOException e => "the file could not be read: " + e.Message,
        _ => "it is damaged: its metadata could not be decoded",
    };
}
