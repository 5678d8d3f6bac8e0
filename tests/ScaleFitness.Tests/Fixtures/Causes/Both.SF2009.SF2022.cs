using Dapper;
using Npgsql;

var builder = WebApplication.CreateBuilder(args);
var app = builder.Build();
app.MapGet("/keys", async () =>
{
    await using var connection = new NpgsqlConnection("Host=db");
    return (await connection.QueryAsync<int>("SELECT * FROM parcels WHERE state = @state", new { state = "sent" })).ToList();
});
app.Run();
