using System.Transactions;
using Checkout;
using MailKit.Net.Smtp;
using MassTransit;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Npgsql;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddHttpClient<PaymentClient>();
builder.Services.AddDbContext<CheckoutContext>(o => o.UseNpgsql("Host=db"));
builder.Services.AddScoped<IPayments, Payments>();
builder.Services.AddScoped<Orders>();
builder.Services.AddScoped<UnitOfWork>();
builder.Services.AddScoped<Invoices>();
builder.Services.AddMediatR(c => c.RegisterServicesFromAssemblyContaining<PlaceOrder>());
builder.Services.AddHostedService<Mailer>();
var app = builder.Build();
app.MapControllers();
app.MapPost("/place", (ISender sender) => sender.Send(new PlaceOrder(1)));
app.MapGet("/rate", (ISender sender) => sender.Send(new GetRate()));
app.MapPost("/pay", async (CheckoutContext db, IHttpClientFactory clients, CancellationToken token) =>
{
    await using var transaction = await db.Database.BeginTransactionAsync(token);
    await db.SaveChangesAsync(token);
    await clients.CreateClient("pay").PostAsync("https://pay.example", null, token); // finding SF2011 HIGH
    await transaction.CommitAsync(token);
    await clients.CreateClient("log").GetStringAsync("https://log.example", token);
});
app.Run();

namespace Checkout
{
    public class Order
    {
        public int Id { get; set; }
        public string State { get; set; } = "";
    }

    public class OutboxMessage
    {
        public int Id { get; set; }
        public string Text { get; set; } = "";
    }

    public class CheckoutContext(DbContextOptions<CheckoutContext> options) : DbContext(options)
    {
        public DbSet<Order> Orders => Set<Order>();
        public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();
    }

    public class PaymentClient(HttpClient http)
    {
        public async Task Charge(int order) => (await http.PostAsync($"/charges/{order}", null)).EnsureSuccessStatusCode();
    }

    public interface IPayments
    {
        Task ChargeAsync(int order);
    }

    public class Payments(PaymentClient client) : IPayments
    {
        public Task ChargeAsync(int order) => client.Charge(order);
    }

    public class Orders(CheckoutContext db, IPayments payments, IPublishEndpoint bus, ISmtpClient smtp, NpgsqlDataSource source)
    {
        public async Task Charged(int order)
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            try
            {
                await db.SaveChangesAsync();
                await payments.ChargeAsync(order); // finding SF2011 HIGH
                await transaction.CommitAsync();
            }
            catch
            {
                await transaction.RollbackAsync();
                throw;
            }
        }

        public async Task Published(int order)
        {
            using var scope = new TransactionScope(TransactionScopeOption.Required, new TransactionOptions { IsolationLevel = IsolationLevel.ReadCommitted }, TransactionScopeAsyncFlowOption.Enabled);
            await db.SaveChangesAsync();
            await bus.Publish(new OutboxMessage { Id = order }); // finding SF2011 HIGH
            scope.Complete();
        }

        public void Mailed()
        {
            using var connection = source.OpenConnection();
            using var transaction = connection.BeginTransaction();
            smtp.Send("hello"); // finding SF2011 HIGH
            transaction.Commit();
        }

        public async Task Waited()
        {
            using (var transaction = db.Database.BeginTransaction())
            {
                for (var i = 0; i < 3; i++)
                {
                    await db.SaveChangesAsync();
                    await Task.Delay(200); // finding SF2011 HIGH
                }

                transaction.Commit();
            }
        }

        public async Task Strategy(int order)
        {
            var strategy = db.Database.CreateExecutionStrategy();
            await strategy.ExecuteAsync(async () =>
            {
                await using var transaction = await db.Database.BeginTransactionAsync();
                await db.SaveChangesAsync();
                await payments.ChargeAsync(order); // finding SF2011 HIGH
                await transaction.CommitAsync();
            });
        }

        public async Task Before(int order)
        {
            await payments.ChargeAsync(order);
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        }

        public async Task After(int order)
        {
            await using (var transaction = await db.Database.BeginTransactionAsync())
            {
                db.Orders.Add(new Order { Id = order });
                await db.SaveChangesAsync();
                if (order > 5)
                    await transaction.CommitAsync();
            }

            await payments.ChargeAsync(order);
            await bus.Publish(new OutboxMessage());
        }

        public async Task AfterCommit(int order)
        {
            using var transaction = db.Database.BeginTransaction();
            await db.SaveChangesAsync();
            transaction.Commit();
            await payments.ChargeAsync(order);
        }

        public async Task Outbox(int order)
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Outbox.Add(new OutboxMessage { Id = order });
            await db.SaveChangesAsync();
            await db.Orders.CountAsync(o => o.Id == order);
            await transaction.CommitAsync();
        }

        public async Task WhenItFailed(int order)
        {
            using var transaction = db.Database.BeginTransaction();
            try
            {
                await db.SaveChangesAsync();
                transaction.Commit();
            }
            catch (DbUpdateException)
            {
                transaction.Rollback();
                smtp.Send("it failed");
            }
        }

        public async Task Suppressed(int order)
        {
            using var none = new TransactionScope(TransactionScopeOption.Suppress, TransactionScopeAsyncFlowOption.Enabled);
            await payments.ChargeAsync(order);
            none.Complete();
        }
    }

    public class UnitOfWork(CheckoutContext db)
    {
        public async Task InTransaction(Func<Task> work)
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await work();
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        }

        public Task BeginAsync() => db.Database.BeginTransactionAsync();

        public Task CommitAsync() => db.Database.CommitTransactionAsync();
    }

    public class Invoices(UnitOfWork unit, IPayments payments, CheckoutContext db)
    {
        public Task Given(int order) => unit.InTransaction(async () =>
        {
            db.Orders.Add(new Order());
            await payments.ChargeAsync(order); // finding SF2011 HIGH
        });

        public Task GivenRightly(int order) => unit.InTransaction(async () => await db.Orders.Where(o => o.Id == order).ExecuteDeleteAsync());

        public async Task Bounded(int order)
        {
            await unit.BeginAsync();
            await payments.ChargeAsync(order); // finding SF2011 HIGH
            await unit.CommitAsync();
        }

        public async Task BoundedRightly(int order)
        {
            await unit.BeginAsync();
            await db.SaveChangesAsync();
            await unit.CommitAsync();
            await payments.ChargeAsync(order);
        }
    }

    public delegate Task<TResponse> RequestHandlerDelegate<TResponse>();

    public interface IPipelineBehavior<in TRequest, TResponse>
    {
        Task<TResponse> Handle(TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken);
    }

    public class TransactionBehavior<TRequest, TResponse>(CheckoutContext db) : IPipelineBehavior<TRequest, TResponse>
    {
        public async Task<TResponse> Handle(TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var response = await next();
            await transaction.CommitAsync(cancellationToken);
            return response;
        }
    }

    public record PlaceOrder(int Id) : IRequest<int>;

    public class PlaceOrderHandler(CheckoutContext db, IPayments payments) : IRequestHandler<PlaceOrder, int>
    {
        public async Task<int> Handle(PlaceOrder request, CancellationToken cancellationToken)
        {
            db.Orders.Add(new Order { Id = request.Id });
            await payments.ChargeAsync(request.Id); // finding SF2011 HIGH @medium: a behaviour opens the transaction
            return await db.SaveChangesAsync(cancellationToken);
        }
    }

    public record GetRate : IRequest<string>;

    public class GetRateHandler(IHttpClientFactory clients) : IRequestHandler<GetRate, string>
    {
        public Task<string> Handle(GetRate request, CancellationToken cancellationToken) => clients.CreateClient().GetStringAsync("https://rates.example", cancellationToken);
    }

    [ApiController, Route("orders")]
    public class OrdersController(Orders orders, Invoices invoices) : ControllerBase
    {
        [HttpPost("wrong")]
        public async Task Wrong(int id)
        {
            await orders.Charged(id);
            await orders.Published(id);
            orders.Mailed();
            await orders.Waited();
            await orders.Strategy(id);
            await invoices.Given(id);
            await invoices.Bounded(id);
        }

        [HttpPost("right")]
        public async Task Right(int id)
        {
            await orders.Before(id);
            await orders.After(id);
            await orders.AfterCommit(id);
            await orders.Outbox(id);
            await orders.WhenItFailed(id);
            await orders.Suppressed(id);
            await invoices.GivenRightly(id);
            await invoices.BoundedRightly(id);
        }
    }

    public class Mailer(IServiceScopeFactory scopes, ISmtpClient smtp) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                using var scope = scopes.CreateScope();
                var db = scope.ServiceProvider.GetRequiredService<CheckoutContext>();
                await using var transaction = await db.Database.BeginTransactionAsync(stoppingToken);
                await smtp.SendAsync("mail", stoppingToken); // finding SF2011 MEDIUM
                await db.SaveChangesAsync(stoppingToken);
                await transaction.CommitAsync(stoppingToken);
            }
        }
    }
}
