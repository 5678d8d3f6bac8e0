using ScaleFitness.Model.Data;

namespace ScaleFitness.Model.Sql;

/// <summary>What names of tables and columns say, in whatever way people spell them: <c>order_lines</c>, <c>OrderLines</c>, <c>ORDER_LINES</c>.</summary>
internal static class SqlNames
{
    /// <summary>Columns that identify one row of their own table.</summary>
    private static readonly HashSet<string> Keys = new(StringComparer.Ordinal)
    {
        "id", "uuid", "guid", "rowid", "oid", "key", "code", "number", "slug", "email", "emailaddress", "normalizedemail", "username", "normalizedusername", "loginname", "login", "sku", "isbn", "iban", "vin", "ean", "barcode",
        "token", "tokenhash", "hash", "apikey", "publicid", "externalid", "correlationid", "messageid", "idempotencykey", "urn",
    };

    /// <summary>Words that only end like a foreign key.</summary>
    private static readonly HashSet<string> NoReferences = new(StringComparer.Ordinal) { "paid", "unpaid", "prepaid", "valid", "invalid", "void", "grid", "bid", "bidasksolid", "fluid", "hybrid", "android", "avoid", "solid", "rapid" };

    /// <summary>Lower case, without underscores.</summary>
    public static string Plain(string name) => name.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();

    /// <summary>The name of one row, for a table's name: <c>orderline</c> for <c>OrderLines</c>.</summary>
    public static string Singular(string table)
    {
        var plain = Plain(table);
        return plain.EndsWith("ies", StringComparison.Ordinal) ? plain[..^3] + "y"
            : plain.EndsWith("sses", StringComparison.Ordinal) || plain.EndsWith("xes", StringComparison.Ordinal) || plain.EndsWith("ches", StringComparison.Ordinal) || plain.EndsWith("shes", StringComparison.Ordinal) ? plain[..^2]
            : plain.EndsWith('s') && !plain.EndsWith("ss", StringComparison.Ordinal) && !plain.EndsWith("us", StringComparison.Ordinal) ? plain[..^1]
            : plain;
    }

    /// <summary>Whether the column identifies a row of the table.</summary>
    public static bool IsKey(string column, string? table)
    {
        var plain = Plain(column);
        if (Keys.Contains(plain))
            return true;
        return table is not null && Singular(table) is var row && new[] { "id", "key", "code", "number", "no", "uuid", "guid" }.Any(end => plain == row + end);
    }

    /// <summary>Whether the column points to a row of another table. A tenant's rows are a share of the table.</summary>
    public static bool IsReference(string column)
    {
        var plain = Plain(column);
        return plain.Length > 2 && !IsTenant(column) && !NoReferences.Contains(plain)
            && (plain.EndsWith("id", StringComparison.Ordinal) || plain.EndsWith("guid", StringComparison.Ordinal) || plain.EndsWith("uuid", StringComparison.Ordinal));
    }

    /// <summary>Tables of the database itself.</summary>
    public static bool IsCatalog(SqlTable table) =>
        table.Schema is { } schema && Plain(schema) is "informationschema" or "pgcatalog" or "sys" || table.Name is { } name && (name.StartsWith("pg_", StringComparison.OrdinalIgnoreCase) || name.StartsWith("sqlite_", StringComparison.OrdinalIgnoreCase) || name.Equals("dual", StringComparison.OrdinalIgnoreCase));

    private static bool IsTenant(string column) => Plain(column) is var plain && (TenantColumn.Is(column) || plain is "tenantid" or "tenantkey" or "tenantcode");
}
