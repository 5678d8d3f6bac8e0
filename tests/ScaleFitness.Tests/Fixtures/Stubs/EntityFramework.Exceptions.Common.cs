namespace EntityFramework.Exceptions.Common;

public class UniqueConstraintException : Microsoft.EntityFrameworkCore.DbUpdateException;
