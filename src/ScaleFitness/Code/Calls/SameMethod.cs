using System.Diagnostics.CodeAnalysis;
using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Calls;

/// <summary>Methods that are named alike in several modules are one.</summary>
internal sealed class SameMethod : IEqualityComparer<MethodRef>
{
    public static SameMethod Comparer { get; } = new();

    public bool Equals(MethodRef? a, MethodRef? b)
    {
        if (ReferenceEquals(a, b))
            return true;
        return a is not null && b is not null && ReferenceEquals(a.DeclaringType, b.DeclaringType) && a.Name == b.Name && a.HasThis == b.HasThis && a.GenericArity == b.GenericArity
            && a.Parameters.AsSpan().SequenceEqual(b.Parameters.AsSpan()) && ReferenceEquals(a.ReturnType, b.ReturnType);
    }

    public int GetHashCode([DisallowNull] MethodRef obj) => HashCode.Combine(obj.DeclaringType, obj.Name, obj.Parameters.Length);
}
