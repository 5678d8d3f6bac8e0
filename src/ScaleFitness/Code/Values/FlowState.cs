namespace ScaleFitness.Code.Values;

/// <summary>What is known on an edge: the values of the variables that live across blocks, and facts about values.</summary>
internal sealed class FlowState(ValueSet[] variables, FactSet facts)
{
    public ValueSet[] Variables { get; } = variables;

    public FactSet Facts { get; set; } = facts;

    public FlowState Clone() => new((ValueSet[])Variables.Clone(), Facts);

    /// <summary>Joins another state into this one; true where something changed.</summary>
    public bool Join(FlowState other, DefinitionTable definitions)
    {
        var changed = false;
        for (var i = 0; i < Variables.Length; i++)
        {
            var joined = definitions.Absorb(ValueSet.Join(Variables[i], other.Variables[i]));
            if (ReferenceEquals(joined, Variables[i]) || joined.Equals(Variables[i]))
                continue;
            Variables[i] = joined;
            changed = true;
        }

        var facts = FactSet.Meet(Facts, other.Facts);
        if (!facts.SameAs(Facts))
        {
            Facts = facts;
            changed = true;
        }

        return changed;
    }
}
