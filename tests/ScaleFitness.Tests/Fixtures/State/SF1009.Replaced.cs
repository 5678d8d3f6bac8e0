using System.Text;

// What looks like a deletion is a replacement; what looks like a leftover is taken away by the caller.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddScoped<Replaced.IAvatars, Replaced.Avatars>();
builder.Services.AddScoped<Replaced.Import>();
builder.Services.AddScoped<Replaced.Atomic>();
var app = builder.Build();
app.MapPost("/avatar/{user}", async (string user, IFormFile file, Replaced.IAvatars avatars) => await avatars.ReplaceAsync(user, file));
app.MapPost("/import", (HttpContext context, Replaced.Import import) => import.RunAsync(context.Request.Body));
app.MapPost("/profile", (string text, Replaced.Atomic atomic) => atomic.Write("profile.json", text));
app.MapPost("/scratch", () =>
{
    File.WriteAllText("scratch.tmp", "a");
    var length = new FileInfo("scratch.tmp").Length;
    File.Delete("scratch.tmp");
    return length;
});
app.Run();

namespace Replaced
{
    public interface IAvatars
    {
        Task ReplaceAsync(string user, IFormFile file);
    }

    public class Avatars(IWebHostEnvironment environment) : IAvatars
    {
        private readonly string _root = Path.Combine(environment.ContentRootPath, "avatars");

        public async Task ReplaceAsync(string user, IFormFile file)
        {
            var old = Path.Combine(_root, user + ".png");
            var target = Path.Combine(_root, user + Path.GetExtension(file.FileName));
            if (File.Exists(target))
                File.Delete(target);
            await using (var stream = Open(target))
                await file.CopyToAsync(stream);
            File.Delete(old);
        }

        private static FileStream Open(string path) => new(path, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write }); // finding SF1009 HIGH @high
    }

    public class Import
    {
        public async Task<int> RunAsync(Stream source)
        {
            var path = await SpoolAsync(source);
            try
            {
                return (await File.ReadAllLinesAsync(path)).Length;
            }
            finally
            {
                Remove();
            }

            void Remove() => File.Delete(path);
        }

        private static async Task<string> SpoolAsync(Stream source)
        {
            var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
            await using var target = File.Create(path);
            await source.CopyToAsync(target);
            return path;
        }
    }

    public class Atomic
    {
        public void Write(string name, string text)
        {
            var temporary = name + ".new";
            File.WriteAllText(temporary, text, Encoding.UTF8);
            File.Move(temporary, name, overwrite: true); // finding SF1009 HIGH @high
        }
    }
}
