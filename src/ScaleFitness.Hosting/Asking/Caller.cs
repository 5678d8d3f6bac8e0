using ScaleFitness.Model.Composition;

namespace ScaleFitness.Hosting.Asking;

/// <summary>Somebody who might send a request. Whatever is asked of him he has, and it is noted: names need not be guessed.</summary>
/// <param name="isKnown">Whether he has signed in: without, he has no claims.</param>
/// <param name="isFull">Whether his request carries headers, cookies and parameters.</param>
/// <param name="form">What his answers look like.</param>
/// <param name="changed">The one fact in which he differs from others of his kind, or null.</param>
internal sealed class Caller(bool isKnown, bool isFull, AnswerForm form, CallerFact? changed = null)
{
    private readonly List<CallerFact> _asked = [];

    public bool IsKnown => isKnown;

    public bool IsFull => isFull;

    /// <summary>What was asked of him, in that order.</summary>
    public IReadOnlyList<CallerFact> Asked => _asked;

    /// <summary>His answer, or null where he has none.</summary>
    public string? Answer(CallerFactKind kind, string name)
    {
        var fact = Note(kind, name);
        var isThere = kind switch
        {
            CallerFactKind.Claim => isKnown,
            CallerFactKind.Address or CallerFactKind.Host or CallerFactKind.Route or CallerFactKind.Connection or CallerFactKind.Body => true,
            CallerFactKind.Other => false,
            _ => isFull,
        };
        return isThere ? AnswerText.Of(fact, fact == changed, form) : null;
    }

    /// <summary>Notes that something was asked.</summary>
    public CallerFact Note(CallerFactKind kind, string name)
    {
        var fact = new CallerFact(kind, name);
        if (!_asked.Contains(fact))
            _asked.Add(fact);
        return fact;
    }
}

/// <summary>What answers look like: what is done with them decides which can be read.</summary>
internal enum AnswerForm
{
    /// <summary>A GUID.</summary>
    Guid,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A word.</summary>
    Word,
}
