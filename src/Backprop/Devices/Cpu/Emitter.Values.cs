using System.Reflection.Emit;

namespace Backprop;

/// <content>Terms on the stack and in variables.</content>
internal sealed partial class Emitter
{
    /// <summary>Puts a term's value on the stack. What is used once is computed there and then.</summary>
    private void Push(LoweredTerm term)
    {
        if (term.Instruction == Instruction.Constant || term.Level == Level.Element && uses[term] == 1)
            Compute(term);
        else
            il.Get(Variable(term));
    }

    /// <summary>The variable that holds a term; computes it here if it is not yet known at its level.</summary>
    private LocalBuilder Variable(LoweredTerm term)
    {
        var known = term.Level switch
        {
            Level.Call => callValues,
            Level.Row => rowValues,
            _ => elementValues,
        };
        if (known.TryGetValue(term, out var variable))
            return variable;
        if (term.Instruction is Instruction.RowSum or Instruction.RowMax)
            return known[term] = RowReduction(term);
        Compute(term);
        variable = il.Local(lanes.Vector);
        il.Set(variable);
        return known[term] = variable;
    }

    private void Compute(LoweredTerm term)
    {
        switch (term.Instruction)
        {
            case Instruction.Constant:
                il.Number(term.Value, lanes.Element);
                il.Call(lanes.Create);
                break;
            case Instruction.Scalar:
                il.Argument(LoopArguments.Scalars);
                il.Word(term.Index * lanes.Compute.Size());
                il.Add();
                il.Read(lanes.Element);
                il.Call(lanes.Create);
                break;
            case Instruction.Column:
                il.Get(column);
                il.ToNumber(lanes.Element);
                il.Call(lanes.Create);
                il.Call(lanes.Indices);
                il.Call(lanes[Instruction.Add]);
                break;
            case Instruction.Input:
                Load(inputs[term.Index], results.Length + term.Index);
                break;
            case Instruction.ShiftLeft or Instruction.ShiftRight:
                PushBits(term.Operands[0]);
                il.Int(term.Index);
                il.Call(lanes[term.Instruction]);
                il.Call(lanes.AsNumber);
                break;
            case Instruction.AddBits:
                PushBits(term.Operands[0]);
                PushBits(term.Operands[1]);
                il.Call(lanes[term.Instruction]);
                il.Call(lanes.AsNumber);
                break;
            default:
                foreach (var operand in term.Operands)
                    Push(operand);
                il.Call(lanes[term.Instruction]);
                break;
        }
    }

    private void PushBits(LoweredTerm term)
    {
        Push(term);
        il.Call(lanes.AsWhole);
    }

    private void Load(LocalBuilder address, int operand)
    {
        var type = key.TypeOf(operand);
        bool converts = type != lanes.Compute;
        if (key.IsSplat(operand))
        {
            il.Get(address);
            if (converts)
                il.Call(lanes.Own("ConvertOne", type));
            else
                il.Read(lanes.Element);
            il.Call(lanes.Create);
            return;
        }
        PushAddress(address, type);
        if (isPart)
            il.Get(converts ? left : mask);
        if (converts)
            il.Call(lanes.Own(isPart ? "ConvertPart" : "Convert", type));
        else
            il.Call(isPart ? lanes.Own("LoadPart") : lanes.Operation("Load", lanes.Element.MakePointerType()));
    }

    private void Store(Action push, int result)
    {
        var type = key.TypeOf(result);
        bool converts = type != lanes.Compute;
        if (!isPart && !converts)
        {
            push();
            PushAddress(results[result], type);
            il.Call(lanes.Operation("Store", lanes.Vector, lanes.Element.MakePointerType()));
            return;
        }
        PushAddress(results[result], type);
        if (isPart)
            il.Get(converts ? left : mask);
        push();
        if (converts)
            il.Call(lanes.Own(isPart ? "ConvertBackPart" : "ConvertBack", type));
        else
            il.Call(lanes.Own("StorePart"));
    }

    /// <summary>Stores the one number that a row has.</summary>
    private void StoreOne(int result)
    {
        var type = key.TypeOf(result);
        il.Get(results[result]);
        if (type == lanes.Compute)
        {
            Push(roots[result]);
            il.Call(lanes.Operation("ToScalar", lanes.Vector));
            il.Write(lanes.Element);
            return;
        }
        il.Word(1);
        Push(roots[result]);
        il.Call(lanes.Own("ConvertBackPart", type));
    }

    /// <summary>The address of the elements at the column.</summary>
    private void PushAddress(LocalBuilder address, DType type)
    {
        il.Get(address);
        il.Get(column);
        il.Word(type.Size());
        il.Multiply();
        il.Add();
    }
}
