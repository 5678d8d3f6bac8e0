using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Reading;

/// <summary>Visible sequence points out of the portable PDB beside an assembly, or inside it. Damaged debug information is none: it costs lines, never methods.</summary>
internal sealed class SourcePoints : IDisposable
{
    private readonly MetadataReaderProvider? _provider;
    private readonly MetadataReader? _reader;
    private readonly Dictionary<DocumentHandle, int> _documents = [];
    private readonly List<string> _paths = [];

    public SourcePoints(PEReader image, string path)
    {
        try
        {
            if (image.TryOpenAssociatedPortablePdb(path, Open, out _provider, out _))
                _reader = _provider!.GetMetadataReader();
        }
        catch (Exception e) when (e is BadImageFormatException or IOException or InvalidOperationException or ArgumentException or UnauthorizedAccessException)
        {
            _provider?.Dispose();
        }
    }

    /// <summary>Whether there is any debug information.</summary>
    public bool Exist => _reader is not null;

    /// <summary>The documents that points refer to.</summary>
    public IReadOnlyList<string> Documents => _paths;

    /// <summary>The points of a method.</summary>
    public RawPoint[] Of(uint methodRow)
    {
        if (_reader is null || methodRow > _reader.MethodDebugInformation.Count)
            return [];
        try
        {
            var points = new List<RawPoint>();
            foreach (var point in _reader.GetMethodDebugInformation(MetadataTokens.MethodDebugInformationHandle((int)methodRow)).GetSequencePoints())
                // Lines count from one; a damaged file may say otherwise.
                if (!point.IsHidden && point.StartLine > 0 && point.EndLine >= point.StartLine && point.StartColumn > 0)
                    points.Add(new(point.Offset, Document(point.Document), point.StartLine, point.StartColumn, point.EndLine, point.EndColumn));
            return [.. points];
        }
        catch (BadImageFormatException)
        {
            return [];
        }
    }

    public void Dispose() => _provider?.Dispose();

    private int Document(DocumentHandle handle)
    {
        if (!_documents.TryGetValue(handle, out var document))
        {
            _paths.Add(_reader!.GetString(_reader.GetDocument(handle).Name));
            document = _documents[handle] = _paths.Count - 1;
        }

        return document;
    }

    private static Stream? Open(string path) => File.Exists(path) ? new MemoryStream(File.ReadAllBytes(path)) : null;
}
