using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Membership;

public class MembershipContext(DbContextOptions<MembershipContext> options) : DbContext(options)
{
    public DbSet<Member> Members => Set<Member>();
    public DbSet<Club> Clubs => Set<Club>();
    public DbSet<Card> Cards => Set<Card>();
    public DbSet<Seat> Seats => Set<Seat>();
    public DbSet<Country> Countries => Set<Country>();
    public DbSet<Rank> Ranks => Set<Rank>();
    public DbSet<Title> Titles => Set<Title>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<Member>(member =>
        {
            member.HasIndex(m => m.Email).IsUnique();
            member.HasIndex(m => m.Name);
            member.HasAlternateKey(m => m.Passport);
        });
        model.Entity<Seat>().HasKey(s => new { s.ClubId, s.Season });
        model.Entity<Rank>().HasKey(r => r.Kind);
        model.Entity<Title>().HasData(new Title { Id = 1, Text = "Dr" }, new Title { Id = 2, Text = "Prof" });
    }
}

[Index(nameof(Number), IsUnique = true)]
public class Member
{
    public int Id { get; set; }
    public string Email { get; set; } = "";
    public string Number { get; set; } = "";
    public string Passport { get; set; } = "";
    public string Name { get; set; } = "";
    public bool Active { get; set; }
    public int Points { get; set; }
    public int ClubId { get; set; }
    public Club? Club { get; set; }
}

public class Club
{
    public int Id { get; set; }
    public List<Member> Members { get; set; } = [];
}

public class Card
{
    [Key]
    public Guid Code { get; set; }
}

public class Seat
{
    public int ClubId { get; set; }
    public int Season { get; set; }
}

public class Country
{
    public string Id { get; set; } = "";
}

public enum RankKind { Junior, Senior }

public class Rank
{
    public RankKind Kind { get; set; }
}

public class Title
{
    public int Id { get; set; }
    public string Text { get; set; } = "";
}
