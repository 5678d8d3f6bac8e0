using System.Linq.Expressions;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace ScaleFitness.Hosting.Running;

/// <summary>
/// A relational database that is there, up to date and empty, as EF Core's services tell it. They are named rather than
/// referred to, and answered member by member: versions differ in what members they have.
/// </summary>
internal static class StillStore
{
    private const string Relational = "Microsoft.EntityFrameworkCore.Relational";
    private const string Connection = "Microsoft.EntityFrameworkCore.Storage.IRelationalConnection";

    /// <summary>Read and written by whoever would talk to a database by other means than queries.</summary>
    private static readonly string[] Answered =
    [
        "Microsoft.EntityFrameworkCore.Migrations.IMigrator",
        "Microsoft.EntityFrameworkCore.Migrations.IHistoryRepository",
        "Microsoft.EntityFrameworkCore.Storage.IRelationalDatabaseCreator",
    ];

    private static readonly string[] Asked = ["Microsoft.EntityFrameworkCore.Query.Internal.IQueryCompiler", "Microsoft.EntityFrameworkCore.Storage.IDatabase"];

    /// <param name="services">EF Core's own services for a kind of context: the last registration answers.</param>
    public static void Put(IServiceCollection services)
    {
        foreach (var name in Answered)
            if (Type.GetType($"{name}, {Relational}") is { IsInterface: true } service)
                services.AddScoped(service, _ => DispatchProxy.Create(service, typeof(StillService)));
        // Known only where the provider has come first; a database in memory is asked itself.
        if (services.Any(s => s.ServiceType.FullName == Connection))
            foreach (var name in Asked)
                if (services.LastOrDefault(s => s.ServiceType.FullName == name) is { ServiceType: var service } inner)
                    services.AddScoped(service, provider => Around(service, Made(inner, provider)));
    }

    private static object Around(Type service, object inner)
    {
        var still = DispatchProxy.Create(service, typeof(StillQueries));
        ((StillQueries)still).Inner = inner;
        return still;
    }

    private static object Made(ServiceDescriptor service, IServiceProvider provider) =>
        service.ImplementationInstance ?? service.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, service.ImplementationType!);

    /// <summary>Answers what a database would that is there and needs nothing: yes to questions but whether it was made just now, nothing to all else.</summary>
    internal class StillService : DispatchProxy
    {
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
            EmptyAnswer.Of(targetMethod!.ReturnType, isTrue: !targetMethod.Name.StartsWith("Ensure", StringComparison.Ordinal) && !targetMethod.Name.StartsWith("HasPending", StringComparison.Ordinal));
    }

    /// <summary>Finds no rows, and keeps none. What fails without rows goes on to the database, where it is refused.</summary>
    internal class StillQueries : DispatchProxy
    {
        private static readonly HashSet<string> NeedRows = ["First", "Single", "Last", "ElementAt", "Min", "Max", "Average", "Aggregate"];

        public object Inner { get; set; } = null!;

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            if (targetMethod!.Name is "Execute" or "ExecuteAsync" && args is [MethodCallExpression call, ..] && !NeedRows.Contains(call.Method.Name) && EmptyAnswer.Exists(targetMethod.ReturnType))
                return EmptyAnswer.Of(targetMethod.ReturnType, isTrue: call.Method.Name == "All");
            if (targetMethod.Name is "Execute" or "ExecuteAsync" && args is [not MethodCallExpression, ..] && EmptyAnswer.Exists(targetMethod.ReturnType))
                return EmptyAnswer.Of(targetMethod.ReturnType, isTrue: false);
            if (targetMethod.Name == "SaveChanges" && args is [System.Collections.ICollection saved, ..])
                return StillEntries.Save(saved);
            if (targetMethod.Name == "SaveChangesAsync" && args is [System.Collections.ICollection later, ..])
                return Task.FromResult(StillEntries.Save(later));
            return targetMethod.Invoke(Inner, BindingFlags.DoNotWrapExceptions, null, args, null);
        }
    }
}
