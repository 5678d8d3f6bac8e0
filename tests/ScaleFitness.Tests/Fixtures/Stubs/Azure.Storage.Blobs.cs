namespace Azure.Storage.Blobs.Specialized
{
    public class BlobBaseClient
    {
        public virtual Task<object> DownloadContentAsync(CancellationToken cancellationToken = default) => null!;
        public virtual Task DownloadToAsync(Stream destination, CancellationToken cancellationToken = default) => Task.CompletedTask;
        public virtual Task<bool> ExistsAsync(CancellationToken cancellationToken = default) => null!;
        public virtual Task<Stream> OpenReadAsync(CancellationToken cancellationToken = default) => null!;
        public virtual Task<bool> DeleteIfExistsAsync(CancellationToken cancellationToken = default) => null!;
    }
}

namespace Azure.Storage.Blobs
{
    public class BlobClient : Specialized.BlobBaseClient
    {
        public virtual Task UploadAsync(Stream content, bool overwrite = false, CancellationToken cancellationToken = default) => Task.CompletedTask;
    }
    public class BlobContainerClient
    {
        public virtual BlobClient GetBlobClient(string blobName) => new();
        public virtual Task UploadBlobAsync(string blobName, Stream content, CancellationToken cancellationToken = default) => Task.CompletedTask;
        public virtual Task DeleteBlobAsync(string blobName, CancellationToken cancellationToken = default) => Task.CompletedTask;
        public virtual Task CreateIfNotExistsAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;
    }
    public class BlobServiceClient(string connectionString)
    {
        public string Text => connectionString;
        public virtual BlobContainerClient GetBlobContainerClient(string blobContainerName) => new();
    }
}
