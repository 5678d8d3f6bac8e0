namespace Refit;

[AttributeUsage(AttributeTargets.Method)]
public abstract class HttpMethodAttribute(string path) : Attribute
{
    public string Path { get; } = path;
}

public class GetAttribute(string path) : HttpMethodAttribute(path);

public class HeadAttribute(string path) : HttpMethodAttribute(path);

public class PostAttribute(string path) : HttpMethodAttribute(path);

public class RefitSettings;

public static class RestService
{
    public static T For<T>(HttpClient client) => throw new NotSupportedException();
    public static T For<T>(string hostUrl) => throw new NotSupportedException();
}
