namespace ScaleFitness.Model.Sql;

/// <summary>What a piece of SQL is.</summary>
public enum SqlTokenKind
{
    /// <summary>A keyword or a plain identifier.</summary>
    Word,

    /// <summary>An identifier in quotes, brackets or backticks; its text is without them.</summary>
    Quoted,

    /// <summary>A string literal; its text is without the quotes.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A parameter: <c>@id</c>, <c>:id</c>, <c>$1</c>, <c>?</c>, <c>{0}</c>.</summary>
    Parameter,

    /// <summary>An operator or a punctuation mark.</summary>
    Symbol,

    /// <summary>A piece that only the running program knows.</summary>
    Hole,
}

/// <summary>One piece of SQL.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text.</param>
public readonly record struct SqlToken(SqlTokenKind Kind, string Text)
{
    /// <summary>Whether it is the keyword, in any case.</summary>
    public bool IsWord(string keyword) => Kind == SqlTokenKind.Word && Text.Equals(keyword, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it is the symbol.</summary>
    public bool IsSymbol(string symbol) => Kind == SqlTokenKind.Symbol && Text == symbol;

    /// <summary>Whether it can name a table or column.</summary>
    public bool IsName => Kind is SqlTokenKind.Word or SqlTokenKind.Quoted;
}
