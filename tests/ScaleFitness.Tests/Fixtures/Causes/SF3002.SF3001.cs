var app = WebApplication.CreateBuilder(args).Build();
app.MapPost("/visits", (string page) => Visits.Count(page));
app.Run();

public static class Visits
{
    private static readonly object Gate = new();

    public static void Count(string page)
    {
        lock (Gate) // finding SF3002 BLOCKER
        {
            File.AppendAllText("visits.log", page);
        }
    }
}
