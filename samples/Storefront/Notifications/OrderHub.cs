using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;

namespace Storefront.Notifications;

/// <summary>Tells open pages what becomes of an order.</summary>
public class OrderHub : Hub
{
    private static readonly ConcurrentDictionary<string, int> _viewers = new();

    public override async Task OnDisconnectedAsync(Exception? exception)
    {
        _viewers.TryRemove(Context.ConnectionId, out _);
        await base.OnDisconnectedAsync(exception);
    }

    // Who watches is known to this instance alone.
    public void Watch(int order) => _viewers[Context.ConnectionId] = order;

    // A group: SignalR keeps who is in it, wherever the backplane is.
    public async Task FollowAsync(int order) => await Groups.AddToGroupAsync(Context.ConnectionId, $"order {order}");

    public async Task NoteAsync(int order, string text) => await Clients.Group($"order {order}").SendAsync("note", text);
}
