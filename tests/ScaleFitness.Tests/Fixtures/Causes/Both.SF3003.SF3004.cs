var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHttpClient("stock");
var app = builder.Build();
app.MapGet("/stock/{sku}", (string sku, IHttpClientFactory http) => http.CreateClient("stock").Send(new(HttpMethod.Get, "/" + sku)).Content.ReadAsStringAsync().Result);
app.Run();
