// composed
using Archive;
using Autofac;
using Autofac.Extensions.DependencyInjection;

// Registered with Autofac itself.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddScoped<IReader, Reader>();
builder.Host.UseServiceProviderFactory(new AutofacServiceProviderFactory());
builder.Host.ConfigureContainer<ContainerBuilder>(container =>
{
    container.RegisterType<Basket>().InstancePerLifetimeScope();
    container.RegisterType<Page>().InstancePerLifetimeScope();
    container.RegisterType<Card>().InstancePerLifetimeScope();
    container.RegisterType<Pen>().InstancePerLifetimeScope();
    container.RegisterType<Ledger>().As<ILedger>().SingleInstance(); // finding SF1005 HIGH
    container.RegisterType<Register>().SingleInstance(); // finding SF1005 HIGH: what the service collection registers
    container.RegisterType<Shelf>().SingleInstance();
    container.RegisterType<Slip>();
    container.RegisterType<Desk>().SingleInstance(); // finding SF1005 HIGH: through a transient one
    container.Register(c => new Catalogue(c.Resolve<Card>())).SingleInstance(); // finding SF1005 HIGH: a lambda resolves it
    container.Register(c => new Folder(c.Resolve<Shelf>())).SingleInstance();
    container.RegisterType<Visit>().InstancePerLifetimeScope();
    container.RegisterAssemblyTypes(typeof(Basket).Assembly).Where(t => t.Namespace == "Archive.Found").AsImplementedInterfaces().SingleInstance();
});

var app = builder.Build();
app.MapGet("/", () => "open");
app.Run();

namespace Archive
{
    public interface IReader;
    public class Reader : IReader;
    public class Basket;
    public class Page;
    public class Card;
    public class Pen;
    public interface ILedger;
    public class Ledger(Basket basket) : ILedger { public override string ToString() => basket.ToString()!; }
    public class Register(IReader reader) { public override string ToString() => reader.ToString()!; }
    public class Shelf(Func<Basket> baskets) { public override string ToString() => baskets.ToString()!; }
    public class Slip(Page basket) { public override string ToString() => basket.ToString()!; }
    public class Desk(Slip slip) { public override string ToString() => slip.ToString()!; }
    public class Catalogue(Card basket) { public override string ToString() => basket.ToString()!; }
    public class Folder(Shelf shelf) { public override string ToString() => shelf.ToString()!; }
    public class Visit(Basket basket, IReader reader) { public override string ToString() => $"{basket}{reader}"; }
}

namespace Archive.Found
{
    public interface IMap;
    public class Map(Pen basket) : IMap // finding SF1005 HIGH: found by a scan
    {
        public override string ToString() => basket.ToString()!;
    }

    public interface IPlan;
    public class Plan : IPlan;
}
