using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Collections.Generic;
using ScaleFitness.Code.Metadata;
using MethodDefinition = Mono.Cecil.MethodDefinition;
using ParameterDefinition = Mono.Cecil.ParameterDefinition;
using TypeRef = ScaleFitness.Code.Metadata.TypeRef;

namespace ScaleFitness.Code.Reading;

/// <summary>Copies a body out of Cecil: normalised instructions, handlers and visible sequence points.</summary>
internal sealed class BodyReader(SymbolImporter symbols, SourcePoints points)
{
    public RawBody Read(MethodDefinition method)
    {
        var body = method.Body;
        var instructions = body.Instructions;
        var index = new OffsetIndex(instructions);
        var code = new RawInstruction[instructions.Count];
        var hasThis = method.HasThis ? 1 : 0;
        for (var i = 0; i < code.Length; i++)
            code[i] = Read(instructions[i], index, hasThis);
        return new RawBody
        {
            Code = code,
            Locals = body.HasVariables ? Locals(body.Variables) : [],
            Handlers = body.HasExceptionHandlers ? Handlers(body.ExceptionHandlers, index, code.Length) : [],
            Points = points.Of(method.MetadataToken.RID),
            Documents = points.Documents,
        };
    }

    private RawInstruction Read(Instruction instruction, OffsetIndex index, int hasThis)
    {
        var meaning = Opcodes.Of(instruction.OpCode);
        var value = meaning.Value;
        var operand = meaning.Operand;
        switch (instruction.Operand)
        {
            case null:
                operand = operand is int shortForm ? Opcodes.Box(shortForm) : operand;
                break;
            case ParameterDefinition parameter:
                // Cecil numbers `this` as -1 where it is implicit.
                value = parameter.Index + hasThis;
                break;
            case VariableDefinition variable:
                value = variable.Index;
                break;
            case Instruction target:
                value = index[target];
                break;
            case Instruction[] targets:
                operand = Targets(targets, index);
                break;
            case MethodReference method:
                operand = symbols.Method(method);
                break;
            case FieldReference field:
                operand = symbols.Field(field);
                break;
            case TypeReference type:
                operand = symbols.Type(type);
                break;
            case CallSite site:
                value = site.Parameters.Count + (site.HasThis ? 2 : 1);
                operand = site.ReturnType.MetadataType == MetadataType.Void ? null : symbols.Type(site.ReturnType);
                break;
            case sbyte tiny when meaning.Code == RawCode.Constant:
                operand = Opcodes.Box(tiny);
                break;
            case int number when meaning.Code == RawCode.Constant:
                operand = Opcodes.Box(number);
                break;
            case var constant when meaning.Code == RawCode.Constant:
                operand = constant;
                break;
        }

        return Checked(new(meaning.Code, instruction.Offset, value, operand));
    }

    private static int[] Targets(Instruction[] targets, OffsetIndex index)
    {
        var indices = new int[targets.Length];
        for (var i = 0; i < indices.Length; i++)
            indices[i] = index[targets[i]];
        return indices;
    }

    private TypeRef[] Locals(Collection<VariableDefinition> variables)
    {
        var types = new TypeRef[variables.Count];
        for (var i = 0; i < types.Length; i++)
            types[i] = symbols.Type(variables[i].VariableType);
        return types;
    }

    private RawHandler[] Handlers(Collection<ExceptionHandler> handlers, OffsetIndex index, int end)
    {
        var read = new RawHandler[handlers.Count];
        for (var i = 0; i < read.Length; i++)
            read[i] = Read(handlers[i], index, end);
        return read;
    }

    /// <summary>An instruction whose symbol could not be read means nothing; only a damaged image has one.</summary>
    private static RawInstruction Checked(RawInstruction instruction)
    {
        var isWhole = instruction.Code switch
        {
            RawCode.Call or RawCode.New or RawCode.LoadFunction => instruction.Operand is MethodRef,
            RawCode.LoadField or RawCode.LoadFieldAddress or RawCode.StoreField or RawCode.LoadStatic or RawCode.LoadStaticAddress or RawCode.StoreStatic => instruction.Operand is FieldRef,
            RawCode.NewArray => instruction.Operand is TypeRef,
            RawCode.LoadToken => instruction.Operand is not null,
            _ => true,
        };
        return isWhole ? instruction : throw new BadImageFormatException($"The instruction at {instruction.Offset} names nothing.");
    }

    private RawHandler Read(ExceptionHandler handler, OffsetIndex index, int end)
    {
        int At(Instruction? instruction) => instruction is null ? end : index[instruction];
        var kind = handler.HandlerType switch
        {
            ExceptionHandlerType.Catch => HandlerKind.Catch,
            ExceptionHandlerType.Filter => HandlerKind.Filter,
            ExceptionHandlerType.Finally => HandlerKind.Finally,
            _ => HandlerKind.Fault,
        };
        TypeRef? caught = handler.CatchType is { } type ? symbols.Type(type) : null;
        var filter = handler.FilterStart is { } start ? index[start] : -1;
        return new(kind, At(handler.TryStart), At(handler.TryEnd), At(handler.HandlerStart), At(handler.HandlerEnd), filter, caught);
    }

    /// <summary>Instructions are in order of their offsets: a search finds one without a table per body.</summary>
    private readonly struct OffsetIndex(Collection<Instruction> instructions)
    {
        public int this[Instruction target]
        {
            get
            {
                int low = 0, high = instructions.Count - 1;
                while (low <= high)
                {
                    var middle = (low + high) >> 1;
                    var offset = instructions[middle].Offset;
                    if (offset == target.Offset)
                        return middle;
                    if (offset < target.Offset)
                        low = middle + 1;
                    else
                        high = middle - 1;
                }

                throw new BadImageFormatException($"A branch leads to offset {target.Offset}, where no instruction starts.");
            }
        }
    }
}
