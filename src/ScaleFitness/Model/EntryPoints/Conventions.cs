using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Model.EntryPoints;

/// <summary>Entry points that a framework finds by a type's base, interface or name.</summary>
internal static class Conventions
{
    private const string Mvc = "Microsoft.AspNetCore.Mvc.";

    /// <summary>Probes come over HTTP like any request, every few seconds, from every load balancer.</summary>
    private const string HealthCheck = "Microsoft.Extensions.Diagnostics.HealthChecks.IHealthCheck";

    public static IEnumerable<(EntryPointKind Kind, MethodDefinition Method)> EntryPointsOf(TypeDefinition type, CompiledProgram program)
    {
        if (!type.IsConcrete)
            return [];
        if (Controllers.IsController(type, program))
            return Controllers.Actions(type, program).Select(m => (EntryPointKind.ControllerAction, m));
        var ancestors = program.SelfAndBases(type.Reference).Select(t => t.FullName).ToHashSet(StringComparer.Ordinal);
        if (ancestors.Contains(Mvc + "RazorPages.PageModel"))
            return Own(type, program, IsPageHandler).Select(m => (EntryPointKind.RazorPage, m));
        if (IsViewComponent(type, ancestors))
            return Own(type, program, m => m is { IsPublic: true, IsStatic: false, Name: "Invoke" or "InvokeAsync" }).Select(m => (EntryPointKind.Filter, m));
        if (ancestors.Contains("Microsoft.AspNetCore.SignalR.Hub"))
            return Own(type, program, m => m is { IsPublic: true, IsStatic: false, IsConstructor: false } && (m.Traits & MethodTraits.SpecialName) == 0 && m.Name != "Dispose").Select(m => (EntryPointKind.Hub, m));
        if (IsGrpcService(type, program))
            return Own(type, program, m => m.Traits.HasFlag(MethodTraits.Override) && m.IsPublic && m.Name is not ("ToString" or "Equals" or "GetHashCode")).Select(m => (EntryPointKind.Grpc, m));
        return Background(type, program, ancestors).Concat(Extensions(type, program, ancestors));
    }

    /// <summary>Whether the framework knows the type only after the app has told it: it does not look for hubs, services and extensions by itself.</summary>
    public static bool NeedsRegistration(TypeDefinition type, EntryPointKind kind, CompiledProgram program) => kind switch
    {
        EntryPointKind.Hub or EntryPointKind.Grpc or EntryPointKind.Middleware => true,
        EntryPointKind.Filter => !IsViewComponent(type, [.. program.SelfAndBases(type.Reference).Select(t => t.FullName)]),
        _ => false,
    };

    /// <summary>Hosted services, message consumers and jobs, by the interfaces that their libraries declare.</summary>
    private static IEnumerable<(EntryPointKind, MethodDefinition)> Background(TypeDefinition type, CompiledProgram program, HashSet<string> ancestors)
    {
        if (ancestors.Contains("Microsoft.Extensions.Hosting.IHostedService"))
            return Named(type, program, "ExecuteAsync", "StartAsync", "StopAsync", "StartingAsync", "StartedAsync", "StoppingAsync", "StoppedAsync").Select(m => (EntryPointKind.HostedService, m));
        if (ancestors.Any(a => a is "Quartz.IJob" or "Coravel.Invocable.IInvocable" or "FluentScheduler.IJob"))
            return Named(type, program, "Execute", "Invoke").Select(m => (EntryPointKind.Job, m));
        if (ancestors.Any(a => a is "MassTransit.IConsumer`1" or "NServiceBus.IHandleMessages`1" or "Rebus.Handlers.IHandleMessages`1" or "EasyNetQ.AutoSubscribe.IConsumeAsync`1" or "DotNetCore.CAP.ICapSubscribe"))
            return type.Methods.Where(m => m is { IsPublic: true, IsStatic: false, IsConstructor: false, HasBody: true }).Select(m => (EntryPointKind.Consumer, m));
        return [];
    }

    /// <summary>Whatever else of ASP.NET Core the type plugs into: those methods run during requests.</summary>
    private static IEnumerable<(EntryPointKind, MethodDefinition)> Extensions(TypeDefinition type, CompiledProgram program, HashSet<string> ancestors)
    {
        if (!ancestors.Any(IsRequestExtension))
            return [];
        var isMiddleware = ancestors.Contains("Microsoft.AspNetCore.Http.IMiddleware");
        return type.Methods
            .Where(m => m.IsVirtual && m.HasBody && (m.Traits & MethodTraits.SpecialName) == 0 && Implements(m, type, program))
            .Select(m => (isMiddleware ? EntryPointKind.Middleware : EntryPointKind.Filter, m));
    }

    private static bool IsRequestExtension(string ancestor) =>
        ancestor.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal) && ancestor is not (
            "Microsoft.AspNetCore.Hosting.IStartup" or "Microsoft.AspNetCore.Hosting.IStartupFilter" or "Microsoft.AspNetCore.Hosting.IHostingStartup")
        && !ancestor.Contains(".ApplicationModels.", StringComparison.Ordinal)
        || ancestor is "System.Net.Http.DelegatingHandler" or HealthCheck;

    /// <summary>Whether a library's interface or base declares the method: what the app declares itself, the app calls.</summary>
    private static bool Implements(MethodDefinition method, TypeDefinition type, CompiledProgram program)
    {
        if (method.Traits.HasFlag(MethodTraits.Override) || !method.ExplicitlyImplements.IsEmpty)
            return method.Name is not ("ToString" or "Equals" or "GetHashCode" or "Dispose" or "DisposeAsync" or "Finalize");
        return program.SelfAndBases(type.Reference).Select(program.Find).OfType<TypeDefinition>()
            .Any(t => t is { IsInterface: true, IsExternal: true } && (t.Reference.FullName == HealthCheck || t.Reference.Namespace.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)) && t.Methods.Any(m => m.Name == method.Name));
    }

    private static bool IsPageHandler(MethodDefinition method) =>
        method is { IsPublic: true, IsStatic: false } && method.Name.StartsWith("On", StringComparison.Ordinal)
        && new[] { "Get", "Post", "Put", "Delete", "Patch", "Head", "Options" }.Any(v => method.Name.AsSpan(2).StartsWith(v, StringComparison.Ordinal));

    /// <summary>Views run it by its name (ASP.NET Core, ViewComponentConventions): no code of the app calls it.</summary>
    private static bool IsViewComponent(TypeDefinition type, HashSet<string> ancestors) =>
        type.Traits.HasFlag(TypeTraits.Public) && !type.Attributes.Any(a => a.Type.FullName == Mvc + "NonViewComponentAttribute")
        && (ancestors.Contains(Mvc + "ViewComponent") || type.Reference.Name.EndsWith("ViewComponent", StringComparison.Ordinal) || type.Attributes.Any(a => a.Type.FullName == Mvc + "ViewComponentAttribute"));

    /// <summary>The base that protoc generates carries <c>[BindServiceMethod]</c>.</summary>
    private static bool IsGrpcService(TypeDefinition type, CompiledProgram program) =>
        program.SelfAndBases(type.Reference).Skip(1).Select(program.Find).OfType<TypeDefinition>()
            .Any(t => t.Attributes.Any(a => a.Type.FullName == "Grpc.Core.BindServiceMethodAttribute"));

    private static IEnumerable<MethodDefinition> Named(TypeDefinition type, CompiledProgram program, params string[] names) =>
        Own(type, program, m => !m.IsStatic && names.Contains(m.Name[(m.Name.LastIndexOf('.') + 1)..]));

    /// <summary>Methods of the type and of the app's own bases.</summary>
    internal static IEnumerable<MethodDefinition> Own(TypeDefinition type, CompiledProgram program, Func<MethodDefinition, bool> filter)
    {
        var seen = new HashSet<(string, int)>();
        for (var current = type; current is { IsExternal: false }; current = program.Find(current.BaseType))
            foreach (var method in current.Methods)
                if (method.HasBody && filter(method) && seen.Add((method.Name, method.Reference.Parameters.Length)))
                    yield return method;
    }
}
