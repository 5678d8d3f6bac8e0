namespace Amazon.SQS;

public interface IAmazonSQS : IDisposable
{
    Task<object> SendMessageAsync(string queueUrl, string messageBody, CancellationToken cancellationToken = default);
    Task<object> SendMessageBatchAsync(object request, CancellationToken cancellationToken = default);
    Task<object> DeleteMessageAsync(string queueUrl, string receiptHandle, CancellationToken cancellationToken = default);
    Task<object> ReceiveMessageAsync(string queueUrl, CancellationToken cancellationToken = default);
}
