// Registered, but no request ever has a session: AddSession alone does nothing. "Session" is also a word of the domain.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDistributedMemoryCache();
builder.Services.AddSession();
builder.Services.AddScoped<Gym.TrainingSession>();
var app = builder.Build();
app.MapGet("/training/{id:int}", (int id, Gym.TrainingSession session) => session.Get(id));
app.Run();

namespace Gym
{
    public class TrainingSession
    {
        public string Get(int id) => $"training {id}";
    }
}
