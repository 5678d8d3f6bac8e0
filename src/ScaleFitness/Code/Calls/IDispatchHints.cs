using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Calls;

/// <summary>What narrows a virtual call beyond the class hierarchy: the container's registrations, and which types ever come to life.</summary>
public interface IDispatchHints
{
    /// <summary>The types registered for a service, or null where the app registers none for it.</summary>
    IReadOnlyList<TypeDefinition>? Implementations(TypeRef service);

    /// <summary>Whether an object of the type can exist: constructed somewhere, registered, or activated by a framework.</summary>
    bool IsInstantiated(TypeDefinition type);
}
