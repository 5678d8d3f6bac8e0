using Microsoft.EntityFrameworkCore;

namespace Shop;

public static class Archive
{
    public static Task<List<Order>> List(ShopDb db) =>
        db.Orders.Where(o => o.Archived).OrderBy(o => o.Id).Take(50).ToListAsync();
}
