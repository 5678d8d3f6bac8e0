using Kiosk;

// A nullable that is set and reset: two shapes of code, one field.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton<Till>();
var app = builder.Build();
app.MapPost("/close", (Till till) => till.Close());
app.MapGet("/open", (Till till) => till.IsOpen());
app.MapPost("/pause/{minutes:int}", (int minutes, Till till) => till.Pause(minutes));
app.Run();

namespace Kiosk
{
    public sealed class Till
    {
        private DateOnly? _closedOn;
        private readonly int?[] _pauses = new int?[7]; // finding SF1003 HIGH

        public void Close() => _closedOn = DateOnly.FromDateTime(DateTime.UtcNow); // finding SF1003 HIGH: once

        public bool IsOpen()
        {
            if (_closedOn is null)
                return true;
            if (_closedOn.Value == DateOnly.FromDateTime(DateTime.UtcNow))
                return false;
            _closedOn = null;
            return true;
        }

        public int Pause(int minutes)
        {
            _pauses[0] = minutes;
            return minutes;
        }
    }
}
