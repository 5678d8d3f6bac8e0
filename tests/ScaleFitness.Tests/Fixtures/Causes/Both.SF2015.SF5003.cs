using Npgsql;

// A command that may take for ever: the database's rule says it.
var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/count", () =>
{
    using var connection = new NpgsqlConnection("Host=db");
    using var command = connection.CreateCommand();
    command.CommandText = "SELECT COUNT(*) FROM parcels";
    command.CommandTimeout = 0;
    return command.ExecuteScalar();
});
app.Run();
