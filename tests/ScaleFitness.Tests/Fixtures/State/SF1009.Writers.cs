using System.IO.Compression;

// Other ways to open a file: writers, copies, extraction, folders that an argument names.
namespace Writers;

public interface IStore
{
    void Put(string name, Action<TextWriter> write);
}

public class FileStore(string root) : IStore
{
    public void Put(string name, Action<TextWriter> write)
    {
        using var writer = new StreamWriter(Path.Combine(root, name), append: true); // finding SF1009 HIGH @medium
        write(writer);
    }

    public int Count() => Directory.GetFiles(root).Length;
}

public class Plugins
{
    public void Install(Stream package)
    {
        using var archive = new ZipArchive(package);
        archive.ExtractToDirectory("plugins"); // finding SF1009 HIGH @high
    }

    public Stream OpenAll(string name) => File.Open(Path.Combine("plugins", name), FileMode.OpenOrCreate); // finding SF1009 HIGH @high

    public Stream Read(string name) => File.Open(Path.Combine("plugins", name), FileMode.Open, FileAccess.Read);

    public Stream ReadShared(string name) => new FileStream(name, FileMode.OpenOrCreate, FileAccess.Read);

    public void Forget(string name) => File.Delete(Path.Combine("plugins", name));

    public StreamWriter ToResponse(HttpResponse response) => new(response.Body);
}

public static class Program
{
    public static void Main(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddSingleton<IStore>(_ => new FileStore(args[0]));
        builder.Services.AddScoped<Plugins>();
        var app = builder.Build();
        app.MapPost("/notes/{name}", (string name, IStore store) => store.Put(name, w => w.WriteLine("note")));
        app.MapPost("/plugins", (HttpContext context, Plugins plugins) => plugins.Install(context.Request.Body));
        app.MapGet("/plugins/{name}", (string name, Plugins plugins) => plugins.Read(name));
        app.MapPut("/plugins/{name}", (string name, Plugins plugins) => plugins.OpenAll(name));
        app.MapGet("/shared/{name}", (string name, Plugins plugins) => plugins.ReadShared(name));
        app.MapDelete("/plugins/{name}", (string name, Plugins plugins) => plugins.Forget(name));
        app.MapGet("/stream", (HttpContext context, Plugins plugins) => plugins.ToResponse(context.Response).Dispose());
        app.Run();
    }
}
