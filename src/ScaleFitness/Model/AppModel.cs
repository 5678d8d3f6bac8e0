namespace ScaleFitness.Model;

/// <summary>What rules read: the app's source code, services, endpoints, entities and the scale it is planned for.</summary>
public sealed class AppModel
{
}
