using System.IO.Compression;
using System.Text;

// What is written goes before the method ends, or was only read.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddScoped<Temporary.Converter>();
var app = builder.Build();
app.MapPost("/convert", async (HttpContext context, Temporary.Converter converter, CancellationToken token) => await converter.ConvertAsync(context.Request.Body, token));
app.MapPost("/pack", (string name) => Temporary.Archive.Pack(name));
app.MapPost("/spool", (HttpContext context) => Temporary.Archive.SpoolAsync(context.Request.Body));
app.MapPost("/scratch", (string text) => Temporary.Archive.Scratch(text));
app.MapGet("/template", () => File.ReadAllText("templates/mail.html"));
app.MapGet("/logo", () => new FileStream("logo.png", FileMode.Open, FileAccess.Read));
app.MapGet("/report", () => Temporary.Archive.InMemory("report"));
app.Run();

namespace Temporary
{
    public class Converter
    {
        public async Task<string> ConvertAsync(Stream source, CancellationToken token)
        {
            var path = Path.GetTempFileName();
            try
            {
                await using (var target = File.OpenWrite(path))
                    await source.CopyToAsync(target, token);
                return await File.ReadAllTextAsync(path, token);
            }
            finally
            {
                File.Delete(path);
            }
        }
    }

    public static class Archive
    {
        public static byte[] Pack(string name)
        {
            var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString()));
            try
            {
                File.WriteAllText(Path.Combine(folder.FullName, "name.txt"), name);
                return File.ReadAllBytes(Path.Combine(folder.FullName, "name.txt"));
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }

        public static async Task SpoolAsync(Stream source)
        {
            await using var spool = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 4096, FileOptions.DeleteOnClose);
            await source.CopyToAsync(spool);
        }

        public static int Scratch(string text)
        {
            using var file = new TemporaryFile();
            File.WriteAllText(file.Path, text);
            return File.ReadAllBytes(file.Path).Length;
        }

        public static byte[] InMemory(string name)
        {
            using var memory = new MemoryStream();
            using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
            using (var writer = new StreamWriter(zip.CreateEntry(name).Open(), Encoding.UTF8))
                writer.Write(name);
            return memory.ToArray();
        }
    }

    public sealed class TemporaryFile : IDisposable
    {
        public string Path { get; } = System.IO.Path.GetTempFileName();

        public void Dispose() => File.Delete(Path);
    }
}
