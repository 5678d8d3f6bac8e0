using Kitchen;

// From code alone.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddTransient<IKnife, Knife>();
builder.Services.AddTransient<IBoard, Board>();
builder.Services.AddTransient<Spoon>();
builder.Services.AddScoped<Spoon>();
builder.Services.AddSingleton<Cook>();
var app = builder.Build();
app.MapPost("/cut", (Cook cook) => cook.Cut());
app.MapPost("/serve", (IServiceProvider provider) => provider.GetRequiredService<IKnife>().Cut());
app.Run();

namespace Kitchen
{
    public interface IKnife { void Cut(); }
    public class Knife : IKnife, IDisposable { public void Cut() { } public void Dispose() { } }
    public interface IBoard { void Clean(); }
    public class Board : IBoard { public void Clean() { } }
    public class Spoon : IDisposable { public void Dispose() { } }

    public class Cook(IServiceProvider provider)
    {
        public void Cut()
        {
            provider.GetRequiredService<IKnife>().Cut(); // finding SF1015 MEDIUM @medium
            provider.GetRequiredService<IBoard>().Clean();
            // Which of the two answers, code does not say.
            provider.GetRequiredService<Spoon>().Dispose();
        }
    }
}
