using Microsoft.AspNetCore.Mvc;

// Actions check the token where an attribute says so.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllersWithViews(); // finding SF1008 HIGH @high
var app = builder.Build();
app.MapDefaultControllerRoute();
app.Run();

public class CommentsController : Controller
{
    [HttpPost, ValidateAntiForgeryToken]
    public IActionResult Add(string text) => Ok(text.Length);

    public IActionResult Index() => View();
}
