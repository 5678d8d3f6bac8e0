using Microsoft.Extensions.Options;

// The deployment says where: a volume, if all is well.
var builder = WebApplication.CreateBuilder(args);
builder.Services.Configure<Volume.StorageOptions>(builder.Configuration.GetSection("Storage"));
builder.Services.AddSingleton<Volume.Documents>();
builder.Services.AddSingleton<Volume.Scans>();
var app = builder.Build();
app.MapPost("/documents/{id:guid}", (Guid id, HttpContext context, Volume.Documents documents) => documents.SaveAsync(id, context.Request.Body));
app.MapPost("/scans/{id:guid}", (Guid id, byte[] scan, Volume.Scans scans) => scans.Save(id, scan));
app.MapPost("/shared", (string text) => File.AppendAllText(@"\\files\app\inbox.txt", text));
app.Run();

namespace Volume
{
    public class StorageOptions
    {
        public string Root { get; set; } = "data";
    }

    public class Documents(IOptions<StorageOptions> options)
    {
        public async Task SaveAsync(Guid id, Stream content)
        {
            await using var file = File.Create(Path.Combine(options.Value.Root, $"{id}.bin")); // finding SF1009 LOW @high
            await content.CopyToAsync(file);
        }
    }

    public class Scans(IConfiguration configuration)
    {
        public void Save(Guid id, byte[] scan)
        {
            var file = new FileInfo(Path.Join(configuration["Scans:Folder"], id.ToString("N")));
            using var stream = file.Create(); // finding SF1009 LOW @high
            stream.Write(scan);
        }
    }
}
