// context rows.Country=250
using Hotel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddDbContext<HotelDb>(o => o.UseNpgsql("Host=db"));
builder.Services.AddScoped<IBookings, Bookings>();
builder.Services.AddScoped<Letters>();
builder.Services.AddScoped<Retry>();
var app = builder.Build();
app.MapControllers();
app.MapGet("/guests/{id}/email", async (int id, HotelDb db) =>
{
    var guest = await db.Guests.FirstOrDefaultAsync(g => g.Id == id); // finding SF2022 LOW
    return guest == null ? Results.NotFound() : Results.Ok(guest.Email);
});
app.MapGet("/guests/{id}/email/right", (int id, HotelDb db) => db.Guests.Where(g => g.Id == id).Select(g => g.Email).FirstOrDefaultAsync());
app.MapGet("/guests/{id}", async (int id, HotelDb db) => await db.Guests.FirstOrDefaultAsync(g => g.Id == id) is { } guest ? Results.Ok(guest) : Results.NotFound());
app.MapGet("/guests/{id}/card", async (int id, HotelDb db) =>
{
    var guest = await db.Guests.FindAsync(id);
    return new { guest!.FirstName, guest.LastName, guest.City };
});
app.MapGet("/guests/names", (string city, HotelDb db) =>
{
    var guests = db.Guests.Where(g => g.City == city).OrderBy(g => g.Id).Take(50).ToList(); // finding SF2022 LOW
    return guests.Select(g => g.LastName);
});
app.MapGet("/guests/dictionary", (string city, HotelDb db) =>
    db.Guests.AsNoTracking().Where(g => g.City == city).Take(50).ToDictionaryAsync(g => g.Id, g => g.Email)); // finding SF2022 LOW
app.MapGet("/guests/by-id", (string city, HotelDb db) => db.Guests.AsNoTracking().Where(g => g.City == city).Take(50).ToDictionaryAsync(g => g.Id));
app.MapGet("/rooms", (HotelDb db) =>
{
    // Four columns: a row costs no more than the way to it.
    var rooms = db.Rooms.OrderBy(r => r.Id).Take(20).ToList();
    return rooms.Select(r => r.Number).ToList();
});
app.MapPost("/guests/{id}/visit", async (int id, HotelDb db) =>
{
    // The context remembers the row: what else saving does with it is not followed.
    var guest = await db.Guests.FirstAsync(g => g.Id == id);
    db.Visits.Add(new Visit { GuestId = guest.Id });
    await db.SaveChangesAsync();
});
app.MapPost("/guests/{id}/seen", async (int id, HotelDb db) =>
{
    var guest = await db.Guests.AsNoTracking().FirstAsync(g => g.Id == id); // finding SF2022 LOW
    db.Visits.Add(new Visit { GuestId = guest.Id });
    await db.SaveChangesAsync();
});
app.MapGet("/guests/{id}/exists", async (int id, HotelDb db) => await db.Guests.FirstOrDefaultAsync(g => g.Id == id) != null);
app.MapGet("/countries", (HotelDb db) => db.Countries.ToList().Select(c => c.Name));
app.Run();

namespace Hotel
{
    [Route("api/bookings")]
    public class BookingsController(IBookings bookings, Letters letters, Retry retry, HotelDb db) : ControllerBase
    {
        [HttpGet("{id}/total")]
        public async Task<IActionResult> Total(int id)
        {
            var guest = await bookings.GuestAsync(id);
            if (guest is null)
                return NotFound();
            return Ok(guest.Points * 2);
        }

        [HttpGet("{id}/salutation")]
        public async Task<string> Salutation(int id) => Greeting((await bookings.RegularAsync(id))!);

        [HttpGet("{id}/letter")]
        public async Task<string> Letter(int id) => letters.Write(await letters.FindAsync(id));

        [HttpGet("{id}/whole")]
        public async Task<Guest> Whole(int id) => await bookings.WholeAsync(id);

        [HttpGet("{id}/phone")]
        public async Task<string> Phone(int id) => (await bookings.WholeAsync(id)).Phone;

        [HttpGet("{id}/retried")]
        public async Task<string> Retried(int id) =>
            (await retry.RunAsync(() => db.Guests.FirstAsync(g => g.Id == id))).Email; // limit SF2022: whoever runs the delegate may do anything

        [HttpGet("cities")]
        public List<string> Cities()
        {
            var cities = new List<string>();
            foreach (var guest in db.Guests.OrderBy(g => g.Id).Take(100)) // finding SF2022 LOW
                cities.Add(guest.City);
            return cities;
        }

        [HttpGet("longest")]
        public string Longest()
        {
            var guests = db.Guests.OrderBy(g => g.Id).Take(100).ToArray(); // finding SF2022 LOW
            var longest = guests[0];
            for (var i = 1; i < guests.Length; i++)
                if (guests[i].LastName.Length > longest.LastName.Length)
                    longest = guests[i];
            return longest.LastName;
        }

        [HttpGet("oldest")]
        public Guest Oldest() => db.Guests.OrderBy(g => g.Id).Take(100).ToList().OrderBy(g => g.Birthday).First();

        private static string Greeting(Guest guest) => $"Dear {guest.FirstName} {guest.LastName}";
    }

    public interface IBookings
    {
        Task<Guest?> GuestAsync(int id);
        Task<Guest?> RegularAsync(int id);
        Task<Guest> WholeAsync(int id);
    }

    public class Bookings(HotelDb db) : IBookings
    {
        public async Task<Guest?> GuestAsync(int id) => await db.Guests.SingleOrDefaultAsync(g => g.Id == id); // finding SF2022 LOW

        public Task<Guest?> RegularAsync(int id) => db.Guests.Where(g => g.Points > 100).FirstOrDefaultAsync(g => g.Id == id); // finding SF2022 LOW

        // One caller wants the phone number, another the guest.
        public Task<Guest> WholeAsync(int id) => db.Guests.FirstAsync(g => g.Id == id);
    }

    public class Letters(HotelDb db)
    {
        public async Task<Guest> FindAsync(int id) => await db.Guests.FirstAsync(g => g.Id == id);

        public string Write(Guest guest) => $"{guest.FirstName} {guest.LastName}, {guest.City}, {guest.Email}";
    }

    public class Retry
    {
        public async Task<T> RunAsync<T>(Func<Task<T>> work)
        {
            try
            {
                return await work();
            }
            catch (TimeoutException)
            {
                return await work();
            }
        }
    }

    public class HotelDb(DbContextOptions<HotelDb> options) : DbContext(options)
    {
        public DbSet<Guest> Guests => Set<Guest>();
        public DbSet<Room> Rooms => Set<Room>();
        public DbSet<Visit> Visits => Set<Visit>();
        public DbSet<Country> Countries => Set<Country>();
    }

    public class Guest
    {
        public int Id { get; set; }
        public string FirstName { get; set; } = "";
        public string LastName { get; set; } = "";
        public string Email { get; set; } = "";
        public string Phone { get; set; } = "";
        public string City { get; set; } = "";
        public DateOnly Birthday { get; set; }
        public int Points { get; set; }
        public string Remarks { get; set; } = "";
    }

    public class Room
    {
        public int Id { get; set; }
        public string Number { get; set; } = "";
        public int Beds { get; set; }
        public decimal Price { get; set; }
    }

    public class Visit
    {
        public int Id { get; set; }
        public int GuestId { get; set; }
    }

    public class Country
    {
        public int Id { get; set; }
        public string Name { get; set; } = "";
        public string Anthem { get; set; } = "";
        public string Capital { get; set; } = "";
        public string Currency { get; set; } = "";
        public string Language { get; set; } = "";
        public string Flag { get; set; } = "";
        public int Population { get; set; }
    }
}
