using ScaleFitness.Code.Flow;

namespace ScaleFitness.Code.Values;

/// <summary>What instructions were given: those of the block just applied, on this way; others, on any.</summary>
/// <param name="Block">The block just applied.</param>
/// <param name="After">The state behind it.</param>
/// <param name="Transfer">What applied it.</param>
/// <param name="Recording">What all visits left.</param>
internal readonly record struct VisitInputs(Block Block, FlowState After, Transfer Transfer, Recording Recording)
{
    public ValueSet Of(Instruction instruction, int input) =>
        Block.Instructions.Contains(instruction) ? Transfer.Read(instruction.Inputs[input], After) : Recording.InputOf(instruction, input);
}
