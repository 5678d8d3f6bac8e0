namespace MailKit
{
    public interface IMailService : IDisposable
    {
        void Connect(string host, int port = 0, bool useSsl = false, CancellationToken cancellationToken = default);
        Task ConnectAsync(string host, int port = 0, bool useSsl = false, CancellationToken cancellationToken = default);
        Task AuthenticateAsync(string userName, string password, CancellationToken cancellationToken = default);
        Task DisconnectAsync(bool quit, CancellationToken cancellationToken = default);
    }
    public interface IMailTransport : IMailService
    {
        string Send(object message, CancellationToken cancellationToken = default);
        Task<string> SendAsync(object message, CancellationToken cancellationToken = default);
    }
}

namespace MailKit.Net.Smtp
{
    public interface ISmtpClient : IMailTransport { Task SendAsync(object message, string[] to, CancellationToken cancellationToken = default); }
    public class SmtpClient : ISmtpClient
    {
        public void Connect(string host, int port = 0, bool useSsl = false, CancellationToken cancellationToken = default) { }
        public Task ConnectAsync(string host, int port = 0, bool useSsl = false, CancellationToken cancellationToken = default) => Task.CompletedTask;
        public Task AuthenticateAsync(string userName, string password, CancellationToken cancellationToken = default) => Task.CompletedTask;
        public Task DisconnectAsync(bool quit, CancellationToken cancellationToken = default) => Task.CompletedTask;
        public string Send(object message, CancellationToken cancellationToken = default) => "";
        public Task<string> SendAsync(object message, CancellationToken cancellationToken = default) => Task.FromResult("");
        public Task SendAsync(object message, string[] to, CancellationToken cancellationToken = default) => Task.CompletedTask;
        public void Dispose() { }
    }
}
