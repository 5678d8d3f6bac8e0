using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using ScaleFitness.Hosting.Running;
using ScaleFitness.Model.Composition;

namespace ScaleFitness.Hosting.Reading;

/// <summary>Reads the app's EF Core contexts: options and model, without connecting. Entered only where the container has contexts.</summary>
internal static class ContextReader
{
    /// <summary>A model is built in a second or two; options that look for their server are given up on sooner.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    /// <summary>Each context for itself: one that throws, or asks its server for something, is noted.</summary>
    public static IReadOnlyList<ComposedContext> Read(IServiceProvider provider, IReadOnlyList<Type> types, List<string> notes)
    {
        var parts = new Parts(notes);
        return [.. types.Select(t => parts.Read($"the context {t.Name}", () => Patience.Of(() => Read(provider, t), Limit), null)).OfType<ComposedContext>()];
    }

    private static ComposedContext? Read(IServiceProvider provider, Type type)
    {
        using var scope = provider.CreateScope();
        var context = (DbContext?)scope.ServiceProvider.GetService(type) ?? OfFactory(scope.ServiceProvider, type)
            ?? throw new InvalidOperationException("the container has its options, and neither the context nor a factory");
        return Read(context, type);
    }

    private static DbContext? OfFactory(IServiceProvider provider, Type type) =>
        provider.GetService(typeof(IDbContextFactory<>).MakeGenericType(type)) is { } factory
            ? (DbContext?)factory.GetType().GetMethod("CreateDbContext", Type.EmptyTypes)?.Invoke(factory, System.Reflection.BindingFlags.DoNotWrapExceptions, null, null, null)
            : null;

    private static ComposedContext Read(DbContext context, Type type)
    {
        var options = context.GetService<IDbContextOptions>();
        var core = options.FindExtension<CoreOptionsExtension>();
        var isRelational = options.Extensions.Any(IsRelational);
        var strategy = context.GetService<IExecutionStrategyFactory>().Create();
        var factory = context.GetService<IModelCacheKeyFactory>().GetType();
        // The model that runs has shed what only migrations need: filters of indexes, seed data.
        var model = context.GetService<IDesignTimeModel>().Model;
        var composed = new ComposedContext
        {
            Type = HostTypes.Of(type),
            Provider = context.Database.ProviderName,
            IsRelational = isRelational,
            Retries = strategy.RetriesOnFailure,
            PoolSize = core?.MaxPoolSize,
            IsUntracked = core?.QueryTrackingBehavior is QueryTrackingBehavior.NoTracking or QueryTrackingBehavior.NoTrackingWithIdentityResolution || context.ChangeTracker.QueryTrackingBehavior != QueryTrackingBehavior.TrackAll,
            ModelCacheKeyFactory = factory.Assembly == typeof(DbContext).Assembly ? null : HostTypes.Of(factory),
            Entities = [.. model.GetEntityTypes().Where(e => !e.HasSharedClrType).OrderBy(e => e.Name, StringComparer.Ordinal).Select(e => EntityReader.Read(e, type, isRelational))],
        };
        return isRelational ? WithRelational(composed, context, options) : composed;
    }

    /// <summary>Apart: the relational library need not be there.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ComposedContext WithRelational(ComposedContext composed, DbContext context, IDbContextOptions options)
    {
        var relational = options.Extensions.OfType<RelationalOptionsExtension>().FirstOrDefault();
        return composed with
        {
            CommandTimeout = relational?.CommandTimeout,
            SplitsQueries = relational?.QuerySplittingBehavior == QuerySplittingBehavior.SplitQuery,
            Connection = ConnectionFacts.Of(context),
        };
    }

    private static bool IsRelational(IDbContextOptionsExtension extension)
    {
        for (var type = extension.GetType(); type is not null; type = type.BaseType)
            if (type.FullName == "Microsoft.EntityFrameworkCore.Infrastructure.RelationalOptionsExtension")
                return true;
        return false;
    }
}
