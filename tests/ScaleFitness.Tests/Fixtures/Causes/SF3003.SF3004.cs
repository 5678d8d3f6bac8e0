var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/", () => Calls.Fetch());
app.Run();

public static class Calls
{
    private static readonly HttpClient Http = new();

    public static int Fetch() => Http.Send(new(HttpMethod.Get, "https://a.example")).Content.ReadAsStringAsync().Result.Length; // finding SF3003 HIGH
}
