using System.Collections.Concurrent;
using Chat;
using Microsoft.AspNetCore.SignalR;

// A backplane is there, but who is online is remembered by each instance for itself.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddChat();
var app = builder.Build();
app.MapHub<Chat.ChatHub>("/chat");
app.MapHub<Chat.TypedHub>("/typed");
app.MapGet("/online", (Chat.IPresence presence) => presence.Count);
app.Run();

namespace Chat
{
    public static class ChatServices
    {
        public static void AddChat(this IServiceCollection services)
        {
            services.AddSignalR().AddStackExchangeRedis("redis:6379");
            services.AddSingleton<IPresence, Presence>();
            services.AddScoped<Draft>();
        }
    }

    public interface IPresence
    {
        int Count { get; }

        void Joined(string user, string connection);

        void Left(string connection);
    }

    public class Presence : IPresence
    {
        private readonly ConcurrentDictionary<string, string> _users = new(); // finding SF1007 HIGH @high

        public int Count => _users.Count;

        public void Joined(string user, string connection) => _users[connection] = user;

        public void Left(string connection) => _users.TryRemove(connection, out _);
    }

    public class ChatHub(IPresence presence) : Hub
    {
        private static readonly ConcurrentDictionary<string, HashSet<string>> ByUser = new(); // finding SF1007 HIGH @high

        public override Task OnConnectedAsync()
        {
            presence.Joined(Context.UserIdentifier ?? "", Context.ConnectionId);
            var connections = ByUser.GetOrAdd(Context.UserIdentifier ?? "", _ => []);
            lock (connections)
                connections.Add(Context.ConnectionId);
            return base.OnConnectedAsync();
        }

        public override Task OnDisconnectedAsync(Exception? exception)
        {
            presence.Left(Context.ConnectionId);
            return base.OnDisconnectedAsync(exception);
        }

        public Task Say(string text) => Clients.Others.SendAsync("said", text);
    }

    public interface IClient
    {
        Task Said(string text);
    }

    // Whoever asks SignalR for groups and users needs no map; a list inside one call is nobody's store.
    public class TypedHub : Hub<IClient>
    {
        private readonly List<string> _seen = [];

        public async Task Say(string user, string text)
        {
            var recipients = new List<string> { Context.ConnectionId };
            _seen.Add(Context.ConnectionId);
            await Clients.Clients(recipients).Said(text);
            await Clients.User(user).Said(text);
        }

        public Task Join(string room) => Groups.AddToGroupAsync(Context.ConnectionId, room);
    }

    public class Draft
    {
        private readonly Dictionary<string, string> _texts = [];

        public void Keep(string connection, string text) => _texts[connection] = text;
    }
}
