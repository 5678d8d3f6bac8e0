namespace MediatR
{
    public interface IRequestHandler<in TRequest, TResponse> where TRequest : IRequest<TResponse>
    {
        Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken);
    }

    public interface IRequestHandler<in TRequest> where TRequest : IRequest
    {
        Task Handle(TRequest request, CancellationToken cancellationToken);
    }

    public delegate Task<TResponse> RequestHandlerDelegate<TResponse>(CancellationToken t = default);

    public interface ISender
    {
        Task Send<TRequest>(TRequest request, CancellationToken cancellationToken = default) where TRequest : IRequest;
        Task<TResponse> Send<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken = default);
    }

    public interface IMediator : ISender;
}

namespace Microsoft.Extensions.DependencyInjection
{
    public class MediatRServiceConfiguration
    {
        public MediatRServiceConfiguration RegisterServicesFromAssembly(System.Reflection.Assembly assembly) => this;
        public MediatRServiceConfiguration RegisterServicesFromAssemblyContaining<T>() => this;
    }

    public static class ServiceCollectionExtensions
    {
        public static IServiceCollection AddMediatR(this IServiceCollection services, Action<MediatRServiceConfiguration> configuration) => services;
    }
}
