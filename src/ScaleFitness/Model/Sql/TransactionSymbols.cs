namespace ScaleFitness.Model.Sql;

/// <summary>Names of the types that open transactions: a test resolves each against the framework or the package.</summary>
internal static class TransactionSymbols
{
    public const string Scope = "System.Transactions.TransactionScope";
    public const string Committable = "System.Transactions.CommittableTransaction";
    public const string Transaction = "System.Transactions.Transaction";
    public const string Options = "System.Transactions.TransactionOptions";
    public const string ScopeOption = "System.Transactions.TransactionScopeOption";
    public const string DataLevel = "System.Data.IsolationLevel";
}
