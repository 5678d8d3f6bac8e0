using ScaleFitness.Model.SingleInstance;

namespace ScaleFitness.Tests.Model;

/// <summary>Addresses of the machine itself, and those that only look like one.</summary>
public class LocalAddressTests
{
    [Theory]
    [InlineData("Host=localhost;Database=shop", true)]
    [InlineData("Server=tcp:127.0.0.1,1433;Database=shop", true)]
    [InlineData("Data Source=.\\SQLEXPRESS;Initial Catalog=shop", true)]
    [InlineData("Server=(localdb)\\mssqllocaldb;Database=shop", true)]
    [InlineData("Server=(local);Database=shop", true)]
    [InlineData("Host=localhost.example.com;Database=shop", false)]
    [InlineData("Data Source=shop.db", false)]
    [InlineData("Host=db;Application Name=localhost", false)]
    public void A_connection_string_leads_there(string text, bool isLocal) => Assert.Equal(isLocal, LocalAddress.IsConnection(text));

    [Theory]
    [InlineData("mongodb://user:secret@localhost:27017/shop", true)]
    [InlineData("mongodb://a:27017,localhost:27017/shop", true)]
    [InlineData("amqp://127.0.0.1", true)]
    [InlineData("http://localhost:9200", false)]
    [InlineData("redis://cache:6379", false)]
    public void A_url_of_a_store_leads_there(string text, bool isLocal) => Assert.Equal(isLocal, LocalAddress.IsStoreUrl(text));

    [Theory]
    [InlineData("localhost", true)]
    [InlineData("localhost:6379,abortConnect=false", true)]
    [InlineData("[::1]:6379", true)]
    [InlineData("http://localhost:9200/", true)]
    [InlineData(".", false)]
    [InlineData("kafka:9092", false)]
    [InlineData("say localhost", false)]
    [InlineData("", false)]
    public void An_address_leads_there(string text, bool isLocal) => Assert.Equal(isLocal, LocalAddress.IsAddress(text));
}
