using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Sql;

namespace ScaleFitness.Model.Rows;

/// <summary>Rows as a data reader shows them, one at a time.</summary>
internal sealed class ReaderRows(CompiledProgram program) : IRowKind
{
    public bool Holds(TypeRef? type) =>
        type is not null && (type.Is(SqlSymbols.DataReaderInterface) || type.Is(SqlSymbols.DataRecordInterface) || program.Derives(type, SqlSymbols.DbDataReader) || type.Arguments.Any(Holds));

    // By name or number; one that only the running program knows may be any.
    public string? ColumnReadBy(Call call) =>
        call.Arguments.Count > 0 && (call.Method.Name == "get_Item" || call.Method.Name.StartsWith("Get", StringComparison.Ordinal) || call.Method.Name.StartsWith("IsDBNull", StringComparison.Ordinal))
            ? NameOf(call.Arguments[0])
            : null;

    public string? ColumnOf(MethodRef getter) => null;

    public bool Leads(Call call) => false;

    public bool ReadsNothing(Call call) => call.Method.Name is "Read" or "ReadAsync" or "Dispose" or "DisposeAsync" or "Close" or "CloseAsync" or "get_HasRows";

    private static string? NameOf(Value column) => ValueWalk.Origins(column) switch
    {
        [ConstantValue { Constant: string name }] => name,
        [ConstantValue { Constant: int number }] => $"column {number}",
        [CallValue { Call: { Method.Name: "GetOrdinal", Arguments: [var name] } }] => ValueWalk.Constant(name) as string,
        _ => null,
    };
}
