using System.Reflection.Emit;
using Backprop.Ops;

namespace Backprop;

/// <content>One local variable for each part of the formulas.</content>
internal sealed partial class Emitter
{
    /// <summary>The variable that holds a part; computes it here if it is not yet known at its level.</summary>
    private LocalBuilder Value(Formula f)
    {
        var known = levels[f] switch
        {
            Level.Call => callValues,
            Level.Row => rowValues,
            _ => elementValues,
        };
        if (known.TryGetValue(f, out var value))
            return value;
        if (f.Kind is FormulaKind.RowSum or FormulaKind.RowMax)
            return known[f] = RowReduction(f);
        Compute(f);
        value = il.Local(lanes.Vector);
        il.Set(value);
        return known[f] = value;
    }

    private void Compute(Formula f)
    {
        switch (f.Kind)
        {
            case FormulaKind.Constant:
                il.Number(f.Value);
                il.Call(lanes["Of"]);
                break;
            case FormulaKind.Scalar:
                il.Argument(LoopArguments.Scalars);
                il.Number(f.Index * key.Compute.Size());
                il.Add();
                il.Call(lanes.Memory("Splat", key.Compute));
                break;
            case FormulaKind.Column:
                il.Get(column);
                il.Call(lanes["Column"]);
                break;
            case FormulaKind.Input:
                Load(f.Index);
                break;
            case FormulaKind.Select when IsComparison(f.A!):
                Operate("Select" + f.A!.Kind, f.A.A!, f.A.B!, f.B!, f.C!);
                break;
            // A constant is no NaN (unless it is meant to be), so the processor's own instruction is enough.
            case FormulaKind.Max when IsNumber(f.A!):
                Operate("LargerOrSecond", f.A!, f.B!);
                break;
            case FormulaKind.Min when IsNumber(f.A!):
                Operate("SmallerOrSecond", f.A!, f.B!);
                break;
            default:
                Operate(f.Kind.ToString(), f.A!, f.B, f.C);
                break;
        }
    }

    private static bool IsComparison(Formula f) =>
        f.Kind is FormulaKind.Greater or FormulaKind.GreaterOrEqual or FormulaKind.Equal;

    private static bool IsNumber(Formula f) => f.Kind == FormulaKind.Constant && !double.IsNaN(f.Value);

    private void Operate(string name, params ReadOnlySpan<Formula?> operands)
    {
        // Values first, in order: computing one may itself need the stack.
        foreach (var operand in operands)
        {
            if (operand is not null)
                Value(operand);
        }
        foreach (var operand in operands)
        {
            if (operand is not null)
                il.Get(Value(operand));
        }
        il.Call(lanes[name]);
    }

    private void Load(int input)
    {
        int operand = InputOperand(input);
        var type = key.TypeOf(operand);
        il.Get(inputs[input]);
        if (key.IsSplat(operand))
        {
            il.Call(lanes.Memory("Splat", type));
            return;
        }
        il.Get(column);
        if (isPart)
            il.Get(left);
        il.Call(lanes.Memory(isPart ? "LoadPart" : "Load", type));
    }
}
