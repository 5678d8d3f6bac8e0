namespace Wolverine.EntityFrameworkCore;

public static class WolverineEntityCoreExtensions
{
    public static void UseEntityFrameworkCoreTransactions(this WolverineOptions options) { }
}
