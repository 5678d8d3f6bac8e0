// composed
using Autofac;
using Autofac.Extensions.DependencyInjection;
using Autofac.Features.Indexed;
using Autofac.Features.OwnedInstances;
using Depot;

// Autofac answers for itself what it has.
var builder = WebApplication.CreateBuilder(args);
builder.Host.UseServiceProviderFactory(new AutofacServiceProviderFactory());
builder.Host.ConfigureContainer<ContainerBuilder>(container =>
{
    container.RegisterType<Truck>().As<ITruck>().AsSelf().InstancePerLifetimeScope();
    container.RegisterType<Crane>().Keyed<ICrane>("heavy");
    container.RegisterGeneric(typeof(Stock<>)).As(typeof(IStock<>));
    container.RegisterType<Yard>();
    container.RegisterType<Gate>(); // finding SF1016 MEDIUM: nobody is a guard
    container.RegisterType<Choice>();
    container.Register(c => new Lamp("yard")).SingleInstance();
    container.RegisterType<Switch>();
});
var app = builder.Build();
app.MapGet("/", (Yard yard, Gate gate, Choice choice, Switch lamp) => $"{yard}{gate}{choice}{lamp}");
app.Run();

namespace Depot
{
    public interface ITruck;
    public class Truck : ITruck;
    public interface ICrane;
    public class Crane : ICrane;
    public interface IStock<T>;
    public class Stock<T>(ITruck truck) : IStock<T> { public override string ToString() => truck.ToString()!; }
    public interface IGuard;

    public class Yard(Func<ITruck> trucks, Lazy<Truck> truck, Owned<ITruck> own, IIndex<string, ICrane> cranes, IEnumerable<IGuard> guards, IStock<int> stock, ILifetimeScope scope, IComponentContext context)
    {
        public override string ToString() => $"{trucks}{truck}{own}{cranes}{guards}{stock}{scope}{context}";
    }

    public class Gate(ITruck truck, IGuard guard) { public override string ToString() => $"{truck}{guard}"; }

    public class Choice
    {
        public Choice(ITruck truck) => Truck = truck;

        public Choice(ITruck truck, IGuard guard)
            : this(truck) => Guard = guard;

        public ITruck Truck { get; }
        public IGuard? Guard { get; }
    }

    public class Lamp(string place) { public override string ToString() => place; }
    public class Switch(Lamp lamp) { public override string ToString() => lamp.ToString(); }
}
