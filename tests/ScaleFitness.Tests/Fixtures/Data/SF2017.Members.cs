using System.Data;
using FluentValidation;
using MediatR;
using Members;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddDbContext<MembersContext>(o => o.UseNpgsql("Host=db"));
builder.Services.AddScoped<IMemberStore, MemberStore>();
builder.Services.AddScoped<Registration>();
builder.Services.AddMediatR(c => c.RegisterServicesFromAssemblyContaining<JoinClub>());
builder.Services.AddHostedService<Importer>();
var app = builder.Build();
using (var scope = app.Services.CreateScope())
{
    var db = scope.ServiceProvider.GetRequiredService<MembersContext>();
    if (!db.Clubs.Any(c => c.Name == "first"))
        db.Clubs.Add(new Club { Name = "first" });
    db.SaveChanges();
}

app.MapControllers();
app.MapPost("/members", async (MembersContext db, string email) =>
{
    if (await db.Members.AnyAsync(m => m.Email == email)) // finding SF2017 MEDIUM @medium: asked, then added
        return Results.Conflict();
    db.Members.Add(new Member { Email = email });
    await db.SaveChangesAsync();
    return Results.Ok();
});
app.MapPost("/cards", async (MembersContext db, string number) =>
{
    // The card's number is unique in the model: the second one is refused.
    if (await db.Cards.AnyAsync(c => c.Number == number))
        return Results.Conflict();
    db.Cards.Add(new Card { Number = number });
    await db.SaveChangesAsync();
    return Results.Ok();
});
app.MapPost("/cards/any-case", async (MembersContext db, string number) =>
{
    // Compared without regard to case, it is the unique column all the same.
    if (await db.Cards.AnyAsync(c => c.Number.ToLower() == number.ToLower()))
        return Results.Conflict();
    db.Cards.Add(new Card { Number = number });
    await db.SaveChangesAsync();
    return Results.Ok();
});
app.MapPost("/members/any-case", async (MembersContext db, string email) =>
{
    if (await db.Members.AnyAsync(m => m.Email.ToUpper() == email.ToUpper())) // finding SF2017 MEDIUM @medium
        return Results.Conflict();
    db.Members.Add(new Member { Email = email });
    await db.SaveChangesAsync();
    return Results.Ok();
});
app.MapPost("/clubs", (ISender sender, JoinClub join) => sender.Send(join));
app.MapPost("/clubs/new", (ISender sender, FoundClub found) => sender.Send(found));
app.Run();

namespace Members
{
    public class Member
    {
        public int Id { get; set; }
        public string Email { get; set; } = "";
        public int? ClubId { get; set; }
    }

    public class Club
    {
        public int Id { get; set; }
        public string Name { get; set; } = "";
        public int? ParentId { get; set; }
    }

    public class Card
    {
        public int Id { get; set; }
        public string Number { get; set; } = "";
    }

    public class Entry
    {
        public int Id { get; set; }
        public int ClubId { get; set; }
        public DateTime From { get; set; }
    }

    public class MembersContext(DbContextOptions<MembersContext> options) : DbContext(options)
    {
        public DbSet<Member> Members => Set<Member>();
        public DbSet<Club> Clubs => Set<Club>();
        public DbSet<Card> Cards => Set<Card>();
        public DbSet<Entry> Entries => Set<Entry>();

        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Card>().HasIndex(c => c.Number).IsUnique();
    }

    public interface IMemberStore
    {
        Task<bool> ExistsAsync(string email);
        Task<Member?> FindAsync(string email);
        Task AddAsync(Member member);
    }

    public class MemberStore(MembersContext db) : IMemberStore
    {
        public Task<bool> ExistsAsync(string email) => db.Members.AsNoTracking().AnyAsync(m => m.Email == email);

        public async Task<Member?> FindAsync(string email) => await db.Members.Where(m => m.Email == email).FirstOrDefaultAsync();

        public async Task AddAsync(Member member)
        {
            db.Add(member);
            await db.SaveChangesAsync();
        }
    }

    public class Registration(MembersContext db, IMemberStore members)
    {
        private static readonly SemaphoreSlim Gate = new(1);

        public async Task<Club> GetOrCreate(string name)
        {
            var club = await db.Clubs.FirstOrDefaultAsync(c => c.Name == name); // finding SF2017 MEDIUM @medium: get or create
            if (club is null)
            {
                club = new Club { Name = name };
                db.Clubs.Add(club);
                await db.SaveChangesAsync();
            }

            return club;
        }

        public async Task ThroughStore(string email)
        {
            if (await members.ExistsAsync(email)) // finding SF2017 MEDIUM @medium: through a repository
                throw new InvalidOperationException();
            await members.AddAsync(new Member { Email = email });
        }

        public async Task FoundThroughStore(string email)
        {
            var known = await members.FindAsync(email); // finding SF2017 MEDIUM @medium: through a repository
            if (known != null)
                return;
            var member = new Member { Email = email };
            await members.AddAsync(member);
        }

        public async Task Caught(string email)
        {
            if (await members.ExistsAsync(email))
                return;
            try
            {
                await members.AddAsync(new Member { Email = email });
            }
            catch (DbUpdateException)
            {
                // Somebody was faster.
            }
        }

        public async Task Locked(string email)
        {
            await Gate.WaitAsync();
            try
            {
                if (!await db.Members.AnyAsync(m => m.Email == email))
                    db.Members.Add(new Member { Email = email });
                await db.SaveChangesAsync();
            }
            finally
            {
                Gate.Release();
            }
        }

        public async Task Serializable(string email)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable);
            if (!await db.Members.AnyAsync(m => m.Email == email))
                db.Members.Add(new Member { Email = email });
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        }

        public async Task ByKey(int id)
        {
            var member = await db.Members.FirstOrDefaultAsync(m => m.Id == id);
            if (member is null)
                db.Members.Add(new Member { Id = id });
            await db.SaveChangesAsync();
        }

        // It is added because the parent was found, not because it was not.
        public async Task Child(string parent, string name)
        {
            var found = await db.Clubs.FirstOrDefaultAsync(c => c.Name == parent);
            if (found is null)
                throw new InvalidOperationException();
            db.Clubs.Add(new Club { Name = name, ParentId = found.Id });
            await db.SaveChangesAsync();
        }

        // Another entity.
        public async Task Card(string email)
        {
            if (!await db.Members.AnyAsync(m => m.Email == email))
                db.Cards.Add(new Card { Number = email });
            await db.SaveChangesAsync();
        }

        // No unique index serves ranges.
        public async Task Slot(int club, DateTime from)
        {
            if (await db.Entries.AnyAsync(e => e.From > from))
                return;
            db.Entries.Add(new Entry { ClubId = club, From = from });
            await db.SaveChangesAsync();
        }

        public async Task Local(string name)
        {
            async Task Ensure(string club)
            {
                var exists = await db.Clubs.Where(c => c.Name == club).AnyAsync(); // finding SF2017 MEDIUM @medium: in a local function
                if (!exists)
                    await db.AddAsync(new Club { Name = club });
            }

            await Ensure(name);
            await db.SaveChangesAsync();
        }
    }

    public record JoinClub(string Email, int Club) : IRequest<int>;

    public class JoinClubValidator : AbstractValidator<JoinClub>
    {
        public JoinClubValidator(MembersContext db)
        {
            RuleFor(j => j.Club).NotEmpty();
            RuleFor(j => j.Email).MustAsync(async (email, token) =>
                !await db.Members.AnyAsync(m => m.Email == email, token)); // finding SF2017 MEDIUM @low: the handler adds
        }
    }

    public class JoinClubHandler(MembersContext db) : IRequestHandler<JoinClub, int>
    {
        public async Task<int> Handle(JoinClub request, CancellationToken cancellationToken)
        {
            db.Members.Add(new Member { Email = request.Email, ClubId = request.Club });
            return await db.SaveChangesAsync(cancellationToken);
        }
    }

    public record FoundClub(string Card) : IRequest<int>;

    public class FoundClubValidator : AbstractValidator<FoundClub>
    {
        public FoundClubValidator(MembersContext db) =>
            RuleFor(f => f.Card).MustAsync(async (number, token) => !await db.Cards.AnyAsync(c => c.Number == number, token));
    }

    public class FoundClubHandler(MembersContext db) : IRequestHandler<FoundClub, int>
    {
        public async Task<int> Handle(FoundClub request, CancellationToken cancellationToken)
        {
            db.Cards.Add(new Card { Number = request.Card });
            return await db.SaveChangesAsync(cancellationToken);
        }
    }

    [ApiController, Route("registration")]
    public class RegistrationController(Registration registration) : ControllerBase
    {
        [HttpPost]
        public async Task Post(string email)
        {
            await registration.GetOrCreate(email);
            await registration.ThroughStore(email);
            await registration.FoundThroughStore(email);
            await registration.Caught(email);
            await registration.Locked(email);
            await registration.Serializable(email);
        }

        [HttpPut]
        public async Task Put(string email)
        {
            await registration.ByKey(1);
            await registration.Child(email, email);
            await registration.Card(email);
            await registration.Slot(1, DateTime.UtcNow);
            await registration.Local(email);
        }
    }

    public class Importer(IServiceScopeFactory scopes) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                using var scope = scopes.CreateScope();
                var db = scope.ServiceProvider.GetRequiredService<MembersContext>();
                if (!db.Clubs.Any(c => c.Name == "imported")) // finding SF2017 LOW @medium: in the background
                    db.Clubs.Add(new Club { Name = "imported" });
                await db.SaveChangesAsync(stoppingToken);
                await Task.Delay(60_000, stoppingToken);
            }
        }
    }
}
