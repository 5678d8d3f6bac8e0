using System.Reflection;

namespace Autofac;

public sealed class ContainerBuilder;

public static class RegistrationExtensions
{
    public static object RegisterAssemblyTypes(this ContainerBuilder builder, params Assembly[] assemblies) => null!;
    public static object RegisterAssemblyOpenGenericTypes(this ContainerBuilder builder, params Assembly[] assemblies) => null!;
}

public static class ModuleRegistrationExtensions
{
    public static object RegisterAssemblyModules(this ContainerBuilder builder, params Assembly[] assemblies) => null!;
}
