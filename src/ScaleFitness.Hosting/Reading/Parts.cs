namespace ScaleFitness.Hosting.Reading;

/// <summary>Reads the parts of a host, each on its own: an API that is gone, or a service that throws, costs that part and one clear line.</summary>
internal sealed class Parts(List<string> notes)
{
    /// <summary>Says what could not be asked.</summary>
    public void Note(string what) => notes.Add(what);

    /// <param name="what">What is read, for the note: "the endpoints".</param>
    /// <param name="read">Reads it.</param>
    /// <param name="otherwise">What stands for it where it cannot be read.</param>
    public T Read<T>(string what, Func<T> read, T otherwise)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is MissingMemberException or TypeLoadException or FileNotFoundException or FileLoadException)
        {
            notes.Add($"{what} could not be read: this version of the framework or library has another API ({e.Message.ReplaceLineEndings(" ")})");
        }
        catch (Exception e)
        {
            notes.Add($"{what} could not be read: {e.GetType().Name}: {e.Message.ReplaceLineEndings(" ")}");
        }

        return otherwise;
    }
}
