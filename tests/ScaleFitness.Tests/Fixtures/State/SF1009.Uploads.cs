using System.Text.Json;
using Microsoft.AspNetCore.Mvc;

// Uploads go below wwwroot, the way the tutorial showed it.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddScoped<Uploads.IPictures, Uploads.DiskPictures>();
builder.Services.AddSingleton<Uploads.Exports>();
var app = builder.Build();
app.MapControllers();
app.MapPost("/notes/{id:int}", (int id, string text) => File.WriteAllText($"notes/{id}.txt", text)); // finding SF1009 HIGH @high
app.MapGet("/notes/{id:int}", (int id) => File.ReadAllTextAsync($"notes/{id}.txt"));
app.MapPost("/drafts", async (HttpContext context) =>
{
    var path = Path.Combine(Directory.GetCurrentDirectory(), "drafts", Guid.NewGuid() + ".json");
    await using var target = new FileStream(path, FileMode.CreateNew, FileAccess.Write); // finding SF1009 HIGH @high
    await context.Request.Body.CopyToAsync(target);
    return path;
});
app.Run();

namespace Uploads
{
    [ApiController, Route("pictures")]
    public class PicturesController(IPictures pictures, Exports exports) : ControllerBase
    {
        [HttpPost]
        public async Task<IActionResult> Add(IFormFile picture, CancellationToken token)
        {
            await using var source = picture.OpenReadStream();
            await pictures.SaveAsync(picture.FileName, source, token);
            return Ok();
        }

        [HttpPost("archive")]
        public IActionResult Archive(string name) => PhysicalFile(exports.Pack(name), "application/zip");

        [HttpPost("folder")]
        public IActionResult Folder(string name)
        {
            Directory.CreateDirectory(Path.Combine("albums", name)); // finding SF1009 HIGH @high
            return Ok();
        }

        [HttpGet("{name}")]
        public IActionResult Get(string name) => PhysicalFile(pictures.PathOf(name), "image/png");
    }

    public interface IPictures
    {
        Task SaveAsync(string name, Stream content, CancellationToken token);

        string PathOf(string name);
    }

    public class DiskPictures(IWebHostEnvironment environment) : IPictures
    {
        private readonly string _root = Path.Combine(environment.WebRootPath, "pictures");

        public async Task SaveAsync(string name, Stream content, CancellationToken token)
        {
            Directory.CreateDirectory(_root);
            await using var target = File.Create(PathOf(name)); // finding SF1009 HIGH @high
            await content.CopyToAsync(target, token);
            await File.WriteAllTextAsync(PathOf(name) + ".meta", JsonSerializer.Serialize(name), token);
        }

        public string PathOf(string name) => Path.Combine(_root, name);
    }

    public class Exports
    {
        // The archive lies in the folder for temporary files, and the next request is to fetch it.
        public string Pack(string name)
        {
            var target = Path.Combine(Path.GetTempPath(), name + ".zip");
            System.IO.Compression.ZipFile.CreateFromDirectory("pictures", target); // finding SF1009 HIGH @medium
            return target;
        }
    }
}
