using System.Reflection.Emit;

namespace Backprop;

/// <content>Sums and maxima over a row, and over all rows of a column.</content>
internal sealed partial class Emitter
{
    // A float32 sum of many numbers is accurate if it is a sum of sums: columns in blocks of this many.
    private const int Block = 4096;

    /// <summary>A loop of its own over the row, before the one that uses it.</summary>
    private LocalBuilder RowReduction(LoweredTerm reduction)
    {
        bool isSum = reduction.Instruction == Instruction.RowSum;
        var of = reduction.Operands[0];
        LocalBuilder total = Joined(isSum), end = il.Word(), outerColumn = il.Word();
        // Four chains hide the latency of an addition; a formula with exp in it hides it by itself.
        var chains = new LocalBuilder[IsHeavy(of) ? 1 : 4];
        for (int i = 0; i < chains.Length; i++)
            chains[i] = il.Local(lanes.Vector);

        il.Word(0);
        il.Set(outerColumn);
        il.While(outerColumn, columns, 1, () =>
        {
            EndOfBlock(outerColumn, end);
            foreach (var chain in chains)
                SetIdentity(chain, isSum);
            il.Get(outerColumn);
            il.Set(column);
            if (chains.Length > 1)
                FourAtOnce(of, chains, end, isSum);
            RestOfColumns(end, () => Join(of, chains[0], isSum));
            foreach (var chain in chains)
                JoinInto(total, chain, isSum);
            // While adds the last 1.
            il.Increase(outerColumn, () => il.Word(Block - 1));
        });
        il.Get(total);
        il.Call(lanes[reduction.Instruction]);
        il.Call(lanes.Create);
        il.Set(total);
        return total;
    }

    /// <summary>end = min(begin + Block, columns)</summary>
    private void EndOfBlock(LocalBuilder begin, LocalBuilder end)
    {
        il.Get(begin);
        il.Word(Block);
        il.Add();
        il.Set(end);
        il.IfLess(columns, end, () =>
        {
            il.Get(columns);
            il.Set(end);
        });
    }

    private void FourAtOnce(LoweredTerm of, LocalBuilder[] chains, LocalBuilder end, bool isSum)
    {
        var limit = il.Word();
        il.Get(end);
        il.Word((chains.Length - 1) * lanes.Count);
        il.Subtract();
        il.Set(limit);
        il.While(column, limit, lanes.Count, () =>
        {
            for (int i = 0; i < chains.Length; i++)
            {
                elementValues = [];
                Join(of, chains[i], isSum);
                if (i < chains.Length - 1)
                    il.Increase(column, () => il.Word(lanes.Count));
            }
        });
    }

    /// <summary>into = into joined with the term's value; lanes beyond the row's end do not count.</summary>
    private void Join(LoweredTerm of, LocalBuilder into, bool isSum)
    {
        if (isPart)
        {
            il.Get(mask);
            Push(of);
            PushIdentity(isSum);
            il.Call(lanes[Instruction.Choose]);
        }
        else
        {
            Push(of);
        }
        JoinStack(into, isSum);
    }

    private void JoinInto(LocalBuilder into, LocalBuilder part, bool isSum)
    {
        il.Get(part);
        JoinStack(into, isSum);
    }

    /// <summary>into = into joined with what is on the stack. NaN wins, as in the formula's Max.</summary>
    private void JoinStack(LocalBuilder into, bool isSum)
    {
        if (isSum)
        {
            il.Get(into);
            il.Call(lanes[Instruction.Add]);
            il.Set(into);
            return;
        }
        var value = il.Local(lanes.Vector);
        il.Set(value);
        il.Get(into);
        il.Get(into);
        il.Call(lanes[Instruction.IsEqual]);
        il.Get(into);
        il.Get(value);
        il.Call(lanes[Instruction.LargerOrSecond]);
        il.Get(into);
        il.Call(lanes[Instruction.Choose]);
        il.Set(into);
    }

    private LocalBuilder Joined(bool isSum)
    {
        var total = il.Local(lanes.Vector);
        SetIdentity(total, isSum);
        return total;
    }

    private void SetIdentity(LocalBuilder local, bool isSum)
    {
        PushIdentity(isSum);
        il.Set(local);
    }

    private void PushIdentity(bool isSum)
    {
        il.Number(isSum ? 0 : double.NegativeInfinity, lanes.Element);
        il.Call(lanes.Create);
    }

    private static bool IsHeavy(LoweredTerm term) =>
        LoweredTerm.InOrder([term]).Count(part => part.Level == Level.Element) > 12;

    /// <summary>Columns outside, rows inside, their sum in a register; then joined with what the result holds.</summary>
    private void EmitColumns()
    {
        bool isSum = key.Kind == LoopKind.ColumnSum;
        var total = il.Local(lanes.Vector);
        OverColumns(columns, () =>
        {
            SetIdentity(total, isSum);
            LoadAddresses();
            il.Word(0);
            il.Set(row);
            il.While(row, rows, 1, () =>
            {
                elementValues = [];
                Push(roots[0]);
                JoinStack(total, isSum);
                NextRow(from: 1);
            });
            Load(results[0], operand: 0);
            JoinStack(total, isSum);
            Store(() => il.Get(total), result: 0);
        });
    }
}
