namespace Amazon.S3
{
    public interface IAmazonS3 : IDisposable
    {
        Task<object> PutObjectAsync(Model.PutObjectRequest request, CancellationToken cancellationToken = default);
        Task<object> DeleteObjectAsync(string bucketName, string key, CancellationToken cancellationToken = default);
        Task<object> CopyObjectAsync(string sourceBucket, string sourceKey, string destinationBucket, string destinationKey, CancellationToken cancellationToken = default);
        Task<object> GetObjectAsync(string bucketName, string key, CancellationToken cancellationToken = default);
        Task<object> ListObjectsV2Async(object request, CancellationToken cancellationToken = default);
    }
    public class AmazonS3Client { }
}

namespace Amazon.S3.Model { public class PutObjectRequest { public string? BucketName { get; set; } public string? Key { get; set; } public Stream? InputStream { get; set; } } }
