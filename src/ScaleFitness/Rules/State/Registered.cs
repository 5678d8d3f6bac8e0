using ScaleFitness.Code.Metadata;
using ScaleFitness.Findings;
using ScaleFitness.Model;
using ScaleFitness.Model.Services;

namespace ScaleFitness.Rules.State;

/// <summary>Where registrations stand: at their call, or else at their factory or at the type that is registered, which a scan or a library found.</summary>
internal static class Registered
{
    /// <summary>The place of a registration.</summary>
    public static Place At(AppModel app, ServiceRegistration registration, string? note = null)
    {
        if (registration is { Call: { } call, IsScanned: false })
            return Places.Of(app, call.Function, call.Position, note);
        return registration.Factory is { } factory ? Places.Of(app, factory, null, note)
            : (Own(app, registration.Implementation) ?? Own(app, registration.Service)) is { } type ? Places.Of(app, type) with { Note = note }
            : registration.Call is { } scan ? Places.Of(app, scan.Function, scan.Position, note)
            : new(Member(registration.Service), registration.Service.DisplayName, null, note);
    }

    /// <summary>What a finding about the registration says of where it comes from, where no line of its own does.</summary>
    public static string Origin(ServiceRegistration registration) => registration switch
    {
        { Call: null } => " (registered by a library or a convention)",
        { IsScanned: true } => $" (registered by {registration.Call.Method.Name})",
        _ => "",
    };

    private static TypeDefinition? Own(AppModel app, TypeRef? type) => app.Code.Program.Find(type) is { IsExternal: false } own ? own : null;

    private static string Member(TypeRef type) => "T:" + type.FullName.Replace('+', '.');
}
