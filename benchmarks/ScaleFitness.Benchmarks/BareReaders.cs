using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using CecilAssembly = Mono.Cecil.AssemblyDefinition;
using ReaderParameters = Mono.Cecil.ReaderParameters;

namespace ScaleFitness.Benchmarks;

/// <summary>What reading costs without us.</summary>
internal static class BareReaders
{
    public static string Metadata(IReadOnlyList<string> paths)
    {
        long bodies = 0, instructions = 0;
        foreach (var path in paths)
        {
            using var file = new PEReader(new MemoryStream(File.ReadAllBytes(path)));
            var metadata = file.GetMetadataReader();
            foreach (var handle in metadata.MethodDefinitions)
            {
                var address = metadata.GetMethodDefinition(handle).RelativeVirtualAddress;
                if (address == 0)
                    continue;
                bodies++;
                instructions += Decode(file.GetMethodBody(address).GetILReader());
            }
        }

        return $"{bodies} bodies, {instructions} instructions";
    }

    public static string Cecil(IReadOnlyList<string> paths)
    {
        long bodies = 0, instructions = 0;
        foreach (var path in paths)
        {
            using var assembly = CecilAssembly.ReadAssembly(path, new ReaderParameters { InMemory = true });
            foreach (var type in assembly.MainModule.GetTypes())
                foreach (var method in type.Methods)
                    if (method.HasBody)
                    {
                        bodies++;
                        instructions += method.Body.Instructions.Count;
                    }
        }

        return $"{bodies} bodies, {instructions} instructions";
    }

    private static int Decode(BlobReader code)
    {
        var count = 0;
        while (code.RemainingBytes > 0)
        {
            var first = code.ReadByte();
            var opcode = first == 0xFE ? (ILOpCode)(0xFE00 | code.ReadByte()) : (ILOpCode)first;
            var operand = opcode == ILOpCode.Switch ? 4 * code.ReadInt32() : OperandSizes.Of(opcode);
            code.Offset += operand;
            count++;
        }

        return count;
    }
}
