namespace ScaleFitness.Code.Metadata;

/// <summary>A body as it lies in the image, looked over when it was read: it takes a tenth of the room of its instructions, which are made when somebody asks.</summary>
internal abstract class CompiledBody
{
    /// <summary>Which instructions occur in it: a bit for each <see cref="RawCode"/>.</summary>
    public abstract ulong Codes { get; }

    /// <summary>The instructions, made anew each time.</summary>
    public abstract RawBody Decode();

    /// <summary>Finds the first instruction at or after an offset that names a symbol, and moves the offset behind it.</summary>
    public abstract bool Next(ref int offset, out Mention mention);
}

/// <summary>An instruction that names a symbol.</summary>
/// <param name="Code">What it does.</param>
/// <param name="IsVirtual">Whether a call, or a method's address, is taken by the object's type.</param>
/// <param name="Symbol">A <see cref="MethodRef"/>, <see cref="FieldRef"/> or <see cref="TypeRef"/>.</param>
internal readonly record struct Mention(RawCode Code, bool IsVirtual, object Symbol);

/// <summary>The mentions of a body. Type parameters in them go by their position alone; a pass over them allocates nothing.</summary>
internal readonly struct Mentions(CompiledBody? body)
{
    public Enumerator GetEnumerator() => new(body);

    internal struct Enumerator(CompiledBody? body)
    {
        private int _offset;
        private Mention _current;

        public readonly Mention Current => _current;

        public bool MoveNext() => body is not null && body.Next(ref _offset, out _current);
    }
}
