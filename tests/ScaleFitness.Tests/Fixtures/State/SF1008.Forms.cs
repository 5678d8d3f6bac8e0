using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

// A page that takes a form checks its antiforgery token without being asked to.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRazorPages(); // finding SF1008 HIGH @high
var app = builder.Build();
app.MapRazorPages();
app.Run();

namespace Feedback
{
    public class WriteModel : PageModel
    {
        public void OnGet()
        {
        }

        public IActionResult OnPost(string text) => text.Length > 0 ? RedirectToPage("Thanks") : Page();
    }
}
