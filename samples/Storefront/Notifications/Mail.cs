namespace Storefront.Notifications;

/// <summary>A mail that is to be sent.</summary>
public record Mail(string To, string Text);
