using System.Data;
using System.Data.Common;
using Npgsql;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton<ReportConnection>();
var app = builder.Build();
app.MapGet("/reports/{year:int}", (int year, ReportConnection reports) => reports.Open().State.ToString() + year);
app.Run();

public class ReportConnection(IConfiguration configuration)
{
    private DbConnection? _connection;

    public DbConnection Open()
    {
        if (_connection is { State: ConnectionState.Open })
            return _connection;
        _connection = new NpgsqlConnection(configuration.GetConnectionString("Reports"));
        _connection.Open();
        return _connection;
    }
}
