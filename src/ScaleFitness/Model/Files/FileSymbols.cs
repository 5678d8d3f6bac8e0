namespace ScaleFitness.Model.Files;

/// <summary>Names of the types that write files: a test resolves each against the framework.</summary>
internal static class FileSymbols
{
    public const string File = "System.IO.File";
    public const string Directory = "System.IO.Directory";
    public const string FileInfo = "System.IO.FileInfo";
    public const string DirectoryInfo = "System.IO.DirectoryInfo";
    public const string FileSystemInfo = "System.IO.FileSystemInfo";
    public const string FileStream = "System.IO.FileStream";
    public const string FileStreamOptions = "System.IO.FileStreamOptions";
    public const string StreamWriter = "System.IO.StreamWriter";
    public const string FileMode = "System.IO.FileMode";
    public const string FileAccess = "System.IO.FileAccess";
    public const string FileOptions = "System.IO.FileOptions";
    public const string Path = "System.IO.Path";
    public const string ZipFile = "System.IO.Compression.ZipFile";
    public const string ZipFileExtensions = "System.IO.Compression.ZipFileExtensions";
    public const string XmlDocument = "System.Xml.XmlDocument";
    public const string XDocument = "System.Xml.Linq.XDocument";
    public const string XElement = "System.Xml.Linq.XElement";
    public const string Logger = "Microsoft.Extensions.Logging.ILogger";
    public const string LoggerProvider = "Microsoft.Extensions.Logging.ILoggerProvider";
    public const string TraceListener = "System.Diagnostics.TraceListener";
    public const string HostEnvironment = "Microsoft.Extensions.Hosting.IHostEnvironment";
    public const string WebHostEnvironment = "Microsoft.AspNetCore.Hosting.IWebHostEnvironment";
    public const string AppContext = "System.AppContext";
    public const string AppDomain = "System.AppDomain";
    public const string Environment = "System.Environment";
}
