using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Admin;

public class Meter { public int Id { get; set; } public int TenantId { get; set; } }
public class Reading { public int Id { get; set; } public int TenantId { get; set; } }
public class Utility(DbContextOptions<Utility> options) : DbContext(options)
{
    public DbSet<Meter> Meters => Set<Meter>();
    public DbSet<Reading> Readings => Set<Reading>();
}

[Route("admin/meters")]
public class AdminMetersController(Utility db) : ControllerBase
{
    // Perhaps meant for all of them: told, and fails nothing.
    [HttpGet]
    public Task<List<Meter>> All(int after) => db.Meters.Where(m => m.Id > after).Take(50).ToListAsync(); // finding SF7001 BLOCKER @low: only administrators get there

    [HttpGet("readings")]
    public Task<int> Readings() => db.Readings.CountAsync();
}

[Route("readings")]
public class ReadingsController(Utility db) : ControllerBase
{
    [HttpGet("any")]
    public Task<bool> Any(int least) => db.Readings.AnyAsync(r => r.Id > least); // finding SF7001 BLOCKER @medium: here everybody does
}
