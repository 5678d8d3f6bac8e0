using Dapper;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Payroll;
using System.Data;
using System.Data.Common;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddScoped<IDbConnection>(_ => new NpgsqlConnection("Host=db"));
builder.Services.AddDbContext<PayrollDb>(o => o.UseNpgsql("Host=db"));
builder.Services.AddScoped<People>();
builder.Services.AddScoped<Reports>();
var app = builder.Build();
app.MapGet("/people/{id}/name", (int id, People people) => people.NameAsync(id));
app.MapGet("/people/{id}", (int id, People people) => people.PersonAsync(id));
app.MapGet("/people/{id}/tag", (int id, People people) => people.TagAsync(id));
app.MapGet("/people/{id}/badge", (int id, People people) => people.BadgeAsync(id));
app.MapGet("/people/{id}/number", (int id, People people) => people.Number(id));
app.MapGet("/people/next", (People people) => people.NextAsync());
app.MapGet("/people/{id}/known", (int id, People people) => people.Known(id));
app.MapGet("/people/{id}/file", (int id, People people) => people.FromSqlAsync(id));
app.MapGet("/people/{id}/both", (int id, People people) => people.BothAsync(id));
app.MapGet("/people/{id}/view", (int id, People people) => people.NarrowAsync(id));
app.MapGet("/people/{id}/any", (int id, People people) => people.AnyAsync(id));
app.MapGet("/reports/{id}", (int id, Reports reports) => reports.TotalAsync(id));
app.MapGet("/reports/{id}/all", (int id, Reports reports) => reports.AllAsync(id));
app.MapGet("/reports/{id}/columns", (int id, Reports reports) => reports.ColumnsAsync(id));
app.MapGet("/reports/{id}/chosen", (int id, string column, Reports reports) => reports.ChosenAsync(id, column));
app.MapGet("/reports/{id}/handed", (int id, Reports reports) => reports.HandedAsync(id));
app.Run();

namespace Payroll
{
    public class People(IDbConnection connection, PayrollDb db)
    {
        public async Task<string> NameAsync(int id)
        {
            var person = await connection.QuerySingleAsync<Person>("SELECT * FROM people WHERE id = @id", new { id }); // finding SF2022 LOW
            return person.Name;
        }

        public Task<Person> PersonAsync(int id) => connection.QuerySingleAsync<Person>("SELECT * FROM people WHERE id = @id", new { id });

        public Task<Tag> TagAsync(int id) => connection.QueryFirstAsync<Tag>("SELECT * FROM people WHERE id = @id", new { id }); // finding SF2022 LOW

        // Five of them are kept: nobody knows how many the table has.
        public Task<Badge> BadgeAsync(int id) => connection.QueryFirstAsync<Badge>("SELECT * FROM people WHERE id = @id", new { id });

        public int Number(int id) => connection.ExecuteScalar<int>("SELECT * FROM numbers WHERE id = @id", new { id }); // finding SF2022 LOW

        // A function returns what it returns.
        public Task<int> NextAsync() => connection.QuerySingleAsync<int>("SELECT * FROM next_number(@year)", new { year = 2026 });

        public bool Known(int id) => connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT * FROM people WHERE id = @id)", new { id });

        // EF Core makes an entity of all its columns.
        public async Task<string> FromSqlAsync(int id) => (await db.People.FromSql($"SELECT * FROM people WHERE id = {id}").FirstAsync()).Name;

        public async Task<string> BothAsync(int id)
        {
            var person = (await connection.QueryAsync<Person>("SELECT p.*, a.city FROM people p JOIN addresses a ON a.id = p.address_id WHERE p.id = @id", new { id })).Single();
            return person.Name;
        }

        public async Task<string> NarrowAsync(int id) => (await connection.QuerySingleAsync<Person>("SELECT id, name FROM people WHERE id = @id", new { id })).Name;

        public async Task<object> AnyAsync(int id)
        {
            var row = await connection.QuerySingleAsync("SELECT * FROM people WHERE id = @id", new { id });
            return row.name;
        }
    }

    public class Reports(NpgsqlDataSource source)
    {
        public async Task<decimal> TotalAsync(int id)
        {
            await using var command = source.CreateCommand("SELECT * FROM payslips WHERE person_id = $1 LIMIT 12");
            command.Parameters.Add(new NpgsqlParameter { Value = id });
            await using var reader = await command.ExecuteReaderAsync(); // finding SF2022 LOW
            var total = 0m;
            while (await reader.ReadAsync())
                if (!reader.IsDBNull(reader.GetOrdinal("amount")))
                    total += reader.GetDecimal(reader.GetOrdinal("amount"));
            return total;
        }

        public async Task<List<Payslip>> AllAsync(int id)
        {
            await using var command = source.CreateCommand("SELECT * FROM payslips WHERE person_id = $1 LIMIT 12");
            await using var reader = await command.ExecuteReaderAsync();
            var slips = new List<Payslip>();
            while (await reader.ReadAsync())
                slips.Add(new((int)reader["id"], (decimal)reader["amount"], (string)reader["note"]));
            return slips;
        }

        public async Task<decimal> ColumnsAsync(int id)
        {
            await using var command = source.CreateCommand("SELECT id, amount FROM payslips WHERE person_id = $1 LIMIT 12");
            await using var reader = await command.ExecuteReaderAsync();
            return await reader.ReadAsync() ? reader.GetDecimal(1) : 0;
        }

        public async Task<object> ChosenAsync(int id, string column)
        {
            await using var command = source.CreateCommand("SELECT * FROM payslips WHERE person_id = $1 LIMIT 1");
            await using var reader = await command.ExecuteReaderAsync();
            return await reader.ReadAsync() ? reader[column] : 0;
        }

        public async Task<DataTable> HandedAsync(int id)
        {
            await using var command = source.CreateCommand("SELECT * FROM payslips WHERE person_id = $1 LIMIT 12");
            await using DbDataReader reader = await command.ExecuteReaderAsync();
            var table = new DataTable();
            table.Load(reader);
            return table;
        }
    }

    public class PayrollDb(DbContextOptions<PayrollDb> options) : DbContext(options)
    {
        public DbSet<Person> People => Set<Person>();
    }

    public class Person
    {
        public int Id { get; set; }
        public string Name { get; set; } = "";
        public string Email { get; set; } = "";
        public string Phone { get; set; } = "";
        public string Street { get; set; } = "";
        public string City { get; set; } = "";
        public DateOnly Since { get; set; }
        public decimal Salary { get; set; }
    }

    public record Tag(int Id, string Name);

    public record Badge(int Id, string Name, string City, DateOnly Since, string Phone);

    public record Payslip(int Id, decimal Amount, string Note);
}
