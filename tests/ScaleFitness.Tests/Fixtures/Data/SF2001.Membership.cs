// context rows.Country=250
using Membership;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllersWithViews();
builder.Services.AddDbContext<MembershipContext>(o => o.UseNpgsql("Host=db"));
var app = builder.Build();
app.MapDefaultControllerRoute();
app.Run();

namespace Membership
{
    // Keys, unique keys and small tables bound a query; what only looks like a key does not.
    public class MembersController : Controller
    {
        private readonly MembershipContext _context;

        public MembersController(MembershipContext context) => _context = context;

        public async Task<IActionResult> ByEmail(string email) =>
            View(await _context.Members.Where(m => m.Email == email).ToListAsync());

        public async Task<IActionResult> ByEmailInAnyCase(string email) =>
            View(await _context.Members.Where(m => m.Email.ToLower() == email.ToLower()).ToListAsync());

        public async Task<IActionResult> ByNameInAnyCase(string name) =>
            View(await _context.Members.Where(m => m.Name.ToLower() == name.ToLower()).ToListAsync()); // finding SF2001 HIGH

        public async Task<IActionResult> ByNumber(string number) =>
            View(await _context.Members.Where(m => m.Number == number).ToListAsync());

        public async Task<IActionResult> ByPassport(string passport) =>
            View(await _context.Members.Where(m => m.Passport == passport && m.Active).ToArrayAsync());

        public async Task<IActionResult> ByCard(Guid card) =>
            View(await _context.Cards.Where(c => c.Code == card).ToListAsync());

        public async Task<IActionResult> SomeEmails(List<string> emails) =>
            View(await _context.Members.Where(m => emails.Contains(m.Email)).ToListAsync());

        public async Task<IActionResult> ByPair(int club, int season)
        {
            var seats = _context.Seats.Where(s => s.ClubId == club && s.Season == season);
            return View(await seats.ToListAsync());
        }

        public async Task<IActionResult> HalfAPair(int season) =>
            View(await _context.Seats.Where(s => s.Season == season).ToListAsync()); // finding SF2001 HIGH: half of a composite key

        public async Task<IActionResult> ByName(string name) =>
            View(await _context.Members.Where(m => m.Name == name).ToListAsync()); // finding SF2001 HIGH: indexed, and not unique

        public async Task<IActionResult> NotThisOne(int id) =>
            View(await _context.Members.Where(m => m.Id != id).ToListAsync()); // finding SF2001 HIGH: all but one

        public async Task<IActionResult> After(int id) =>
            View(await _context.Members.Where(m => m.Id > id).ToListAsync()); // finding SF2001 HIGH: a key compared is no equality

        public async Task<IActionResult> Except(int[] ids) =>
            View(await _context.Members.Where(m => !ids.Contains(m.Id)).ToListAsync()); // finding SF2001 HIGH: all but those

        public async Task<IActionResult> OfClubs(int[] clubs) =>
            View(await _context.Members.Where(m => clubs.Contains(m.ClubId)).ToListAsync()); // finding SF2001 LOW

        public async Task<IActionResult> OfOneClub(int club) =>
            View(await _context.Clubs.Where(c => c.Id == club).SelectMany(c => c.Members).ToListAsync()); // finding SF2001 LOW

        public async Task<IActionResult> Countries() => View(await _context.Countries.ToListAsync());

        public IActionResult Ranks() => View(_context.Ranks.ToDictionary(r => r.Kind));

        public async Task<IActionResult> Titles() => View(await _context.Titles.OrderBy(t => t.Text).ToListAsync());

        public async Task<IActionResult> Clubs() =>
            View(await _context.Clubs.ToListAsync()); // finding SF2001 BLOCKER: small today, and nobody says so

        public async Task<IActionResult> OneClubsMembers(int club)
        {
            var parent = await _context.Clubs.SingleAsync(c => c.Id == club);
            await _context.Entry(parent).Collection(c => c.Members).LoadAsync();
            return View(parent);
        }

        public async Task<IActionResult> Top(string club)
        {
            var best = _context.Members.OrderByDescending(m => m.Points);
            var rows = await Limit(best).ToListAsync();
            return View(rows);

            IQueryable<Member> Limit(IQueryable<Member> members) => members.Where(m => m.Active).Take(3);
        }

        public async Task<IActionResult> Overview()
        {
            var ids = await _context.Members.Where(m => m.Active).Select(m => m.Id).Take(100).ToListAsync();
            var members = await _context.Members.Where(m => ids.Contains(m.Id)).ToListAsync();
            return View(members);
        }

        public IActionResult Local() => View(_context.Members.Local.ToList());

        public async Task<IActionResult> BySql() =>
            View(await _context.Members.FromSqlRaw("SELECT * FROM members").OrderBy(m => m.Name).Take(10).ToListAsync());

        public async Task<IActionResult> Conditional(bool all)
        {
            var members = all ? _context.Members : _context.Members.Take(50);
            return View(await members.ToListAsync()); // finding SF2001 BLOCKER: only one side of the ternary bounds it
        }

        public async Task<IActionResult> Switched(string view)
        {
            var members = view switch
            {
                "first" => _context.Members.OrderBy(m => m.Id).Take(10),
                "best" => _context.Members.OrderByDescending(m => m.Points).Take(10),
                _ => _context.Members.Where(m => m.Id == 1),
            };
            return View(await members.ToListAsync());
        }

        public async Task<IActionResult> Everyone()
        {
            var task = _context.Members.Select(m => m.Name).ToListAsync(); // finding SF2001 BLOCKER
            ViewBag.Title = "Everyone";
            return View(await task);
        }

        protected List<Member> NotAnAction() => _context.Members.ToList();
    }
}
