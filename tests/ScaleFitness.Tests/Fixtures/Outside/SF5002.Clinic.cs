using Clinic;
using Contoso.Http;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Retry;
using Refit;

// The same decorations, said in other places.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHttpClient().AddClinic();
builder.Services.AddTransient<PatientHandler>();
builder.Services.AddScoped<RecordService>();
builder.Services.AddSingleton<LabService>();
builder.Services.AddSingleton<XrayService>();
builder.Services.AddSingleton<CallRunner>();
builder.Services.AddScoped<PharmacyService>();
builder.Services.AddSingleton<DentistService>();
var app = builder.Build();
var clinic = app.MapGroup("/clinic");
clinic.MapGet("/wards", (WardClient wards) => wards.AllAsync());
clinic.MapGet("/beds", (BedClient beds) => beds.AllAsync());
clinic.MapGet("/staff", (StaffClient staff) => staff.AllAsync());
clinic.MapGet("/shifts", (ShiftClient shifts) => shifts.AllAsync());
clinic.MapGet("/records", (RecordService records) => records.AllAsync());
clinic.MapGet("/lab", (LabService lab) => lab.AllAsync());
clinic.MapGet("/xray", (XrayService xray) => xray.AllAsync());
clinic.MapGet("/pharmacy", (PharmacyService pharmacy) => pharmacy.AllAsync());
clinic.MapGet("/dentist", (DentistService dentist, CancellationToken token) => dentist.AllAsync(token));
clinic.MapGet("/retrying", (RetryingClient retrying) => retrying.AllAsync());
clinic.MapGet("/timed", (TimedClient timed) => timed.AllAsync());
clinic.MapGet("/company", (CompanyClient company) => company.AllAsync());
clinic.MapGet("/company-retry", (CompanyRetryClient company) => company.AllAsync());
clinic.MapGet("/polled", (PolledClient polled) => polled.AllAsync());
clinic.MapGet("/sdk", (IHttpClientFactory factory) => new PaymentSdk(factory.CreateClient(Names.Payments)).AllAsync());
clinic.MapGet("/refit", (IHttpClientFactory factory) => RestService.For<IClinicApi>(factory.CreateClient(Names.Clinics)).All());
app.Run();

namespace Clinic
{
    public static class Names
    {
        public const string Payments = "payments";

        public static readonly string Clinics = "clinics";
    }

    public static class ClinicServices
    {
        public static IServiceCollection AddClinic(this IServiceCollection services)
        {
            services.AddApi<WardClient>();
            services.AddApi<BedClient>().WithBreaker();
            services.AddHttpClient<StaffClient>().WithBreaker();
            services.AddHttpClient<ShiftClient>(); // finding SF5002 HIGH
            services.AddHttpClient("lab").WithHeaders(); // finding SF5002 HIGH: the app's own extension adds no resilience
            services.AddHttpClient("xray");
            services.AddHttpClient("xray").WithBreaker();
            services.AddHttpClient<RetryingClient>().AddHttpMessageHandler(() => new AgainHandler());
            services.AddHttpClient<TimedClient>().AddResilienceHandler("t", p => p.AddTimeout(TimeSpan.FromSeconds(1))); // finding SF5002 MEDIUM: a pipeline of a time-out
            services.AddHttpClient<PolledClient>().AddPolicyHandler(Polly.Policy.TimeoutAsync<HttpResponseMessage>(TimeSpan.FromSeconds(2))); // finding SF5002 MEDIUM
            services.AddHttpClient(Names.Payments); // finding SF5002 HIGH: a constant's name
            services.AddHttpClient(Names.Clinics, client => client.BaseAddress = new Uri("https://clinics.example")); // finding SF5002 HIGH
            services.AddHttpClient<CompanyClient>().AddContosoDefaults(); // finding SF5002 HIGH @low: a package's extension may do anything
            services.AddHttpClient<CompanyRetryClient>().AddContosoRetry();
            return services;
        }

        private static IHttpClientBuilder AddApi<TClient>(this IServiceCollection services) where TClient : class
        {
            var api = services.AddHttpClient<TClient>();
            api.AddHttpMessageHandler<PatientHandler>();
            api.AddStandardResilienceHandler();
            return api;
        }

        private static IHttpClientBuilder WithBreaker(this IHttpClientBuilder builder)
        {
            builder.AddResilienceHandler("breaker", pipeline =>
            {
                pipeline.AddTimeout(TimeSpan.FromSeconds(3));
                pipeline.AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions());
            });
            return builder;
        }

        private static IHttpClientBuilder WithHeaders(this IHttpClientBuilder builder) => builder.AddHttpMessageHandler<PatientHandler>();
    }

    public class PatientHandler : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Add("X-Clinic", "1");
            return base.SendAsync(request, cancellationToken);
        }
    }

    public class AgainHandler : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            for (var attempt = 1; ; attempt++)
            {
                var response = await base.SendAsync(request, cancellationToken);
                if (response.IsSuccessStatusCode || attempt == 3)
                    return response;
                await Task.Delay(attempt * 200, cancellationToken);
            }
        }
    }

    public abstract class ApiBase(HttpClient http)
    {
        protected Task<string> ReadAsync(string path) => http.GetStringAsync(path);
    }

    public class WardClient(HttpClient http) : ApiBase(http)
    {
        public Task<string> AllAsync() => ReadAsync("wards");
    }

    public class BedClient(HttpClient http) : ApiBase(http)
    {
        public Task<string> AllAsync() => ReadAsync("beds");
    }

    public class StaffClient(HttpClient http) : ApiBase(http)
    {
        public Task<string> AllAsync() => ReadAsync("staff");
    }

    public class ShiftClient(HttpClient http) : ApiBase(http)
    {
        public async Task<string> AllAsync() => await ReadAsync("shifts");
    }

    public class RetryingClient(HttpClient http)
    {
        public Task<string> AllAsync() => http.GetStringAsync("again");
    }

    public class TimedClient(HttpClient http)
    {
        public Task<string> AllAsync() => http.GetStringAsync("timed");
    }

    public class PolledClient(HttpClient http)
    {
        public Task<string> AllAsync() => http.GetStringAsync("polled");
    }

    public class CompanyClient(HttpClient http)
    {
        public Task<string> AllAsync() => http.GetStringAsync("company");
    }

    public class CompanyRetryClient(HttpClient http)
    {
        public Task<string> AllAsync() => http.GetStringAsync("company");
    }

    public interface IClinicApi
    {
        [Get("/clinics")]
        Task<string[]> All();
    }

    public class PaymentSdk(HttpClient http)
    {
        public Task<string> AllAsync() => http.GetStringAsync("payments");
    }

    // The factory's default, kept in a field.
    public class RecordService
    {
        private readonly HttpClient _http;

        public RecordService(IHttpClientFactory factory)
        {
            _http = factory.CreateClient(); // finding SF5002 HIGH
        }

        public Task<HttpResponseMessage> AllAsync() => _http.PostAsJsonAsync("https://records.example", 1);
    }

    // A singleton takes its client when it is made; requests use it.
    public class LabService
    {
        private readonly HttpClient _http;

        public LabService(IHttpClientFactory factory) => _http = factory.CreateClient("lab");

        public Task<string> AllAsync() => _http.GetStringAsync("https://lab.example");
    }

    public class XrayService(IHttpClientFactory factory)
    {
        public async Task<string> AllAsync()
        {
            var client = factory.CreateClient("xray");
            client.DefaultRequestHeaders.Add("X-Trace", "1");
            return await client.GetStringAsync("https://xray.example");
        }
    }

    // The pipeline is another object's business.
    public class CallRunner
    {
        private readonly ResiliencePipeline _pipeline = new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions()).Build();

        public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> call) => await _pipeline.ExecuteAsync(async token => await call(token));
    }

    public class PharmacyService(CallRunner runner)
    {
        private static readonly HttpClient Client = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(2) });

        public Task<string> AllAsync() => runner.RunAsync(token => Client.GetStringAsync("https://pharmacy.example", token));
    }

    // Gives up after a while, by a token.
    public class DentistService
    {
        private readonly HttpClient _client = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(2) }); // finding SF5002 MEDIUM

        public async Task<string> AllAsync(CancellationToken token)
        {
            using var source = CancellationTokenSource.CreateLinkedTokenSource(token);
            source.CancelAfter(TimeSpan.FromSeconds(2));
            return await _client.GetStringAsync("https://dentist.example", source.Token);
        }
    }
}
