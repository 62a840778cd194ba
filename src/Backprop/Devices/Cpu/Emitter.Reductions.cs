using System.Reflection.Emit;
using Backprop.Ops;

namespace Backprop;

/// <content>Sums and maxima over a row, and over all rows of a column.</content>
internal sealed partial class Emitter
{
    // A float32 sum of many numbers is accurate if it is a sum of sums: columns in blocks of this many.
    private const int Block = 4096;

    /// <summary>A loop of its own over the row, before the one that uses it.</summary>
    private LocalBuilder RowReduction(Formula f)
    {
        bool isSum = f.Kind == FormulaKind.RowSum;
        LocalBuilder total = Joined(isSum), end = il.Word(), outerColumn = il.Word();
        // Four chains hide the latency of an addition; a formula with exp in it hides it by itself.
        var chains = new LocalBuilder[IsHeavy(f.A!) ? 1 : 4];
        for (int i = 0; i < chains.Length; i++)
            chains[i] = il.Local(lanes.Vector);

        il.Number(0);
        il.Set(outerColumn);
        il.While(outerColumn, columns, 1, () =>
        {
            EndOfBlock(outerColumn, end);
            foreach (var chain in chains)
                SetIdentity(chain, isSum);
            il.Get(outerColumn);
            il.Set(column);
            if (chains.Length > 1)
                FourAtOnce(f.A!, chains, end, isSum);
            RestOfColumns(end, () => Join(f.A!, chains[0], isSum));
            foreach (var chain in chains)
                JoinInto(total, chain, isSum);
            // While adds the last 1.
            il.Increase(outerColumn, () => il.Number(Block - 1));
        });
        elementValues = [];
        il.Get(total);
        il.Call(lanes[isSum ? "SumAll" : "MaxAll"]);
        il.Set(total);
        return total;
    }

    /// <summary>end = min(begin + Block, columns)</summary>
    private void EndOfBlock(LocalBuilder begin, LocalBuilder end)
    {
        il.Get(begin);
        il.Number(Block);
        il.Add();
        il.Set(end);
        il.IfLess(columns, end, () =>
        {
            il.Get(columns);
            il.Set(end);
        });
    }

    private void FourAtOnce(Formula f, LocalBuilder[] chains, LocalBuilder end, bool isSum)
    {
        var limit = il.Word();
        il.Get(end);
        il.Number((chains.Length - 1) * lanes.Count);
        il.Subtract();
        il.Set(limit);
        il.While(column, limit, lanes.Count, () =>
        {
            for (int i = 0; i < chains.Length; i++)
            {
                elementValues = [];
                Join(f, chains[i], isSum);
                if (i < chains.Length - 1)
                    il.Increase(column, () => il.Number(lanes.Count));
            }
        });
    }

    /// <summary>into = into joined with the formula's value; lanes beyond the row's end do not count.</summary>
    private void Join(Formula f, LocalBuilder into, bool isSum)
    {
        var value = Value(f);
        il.Get(into);
        if (isPart)
        {
            il.Get(left);
            il.Call(lanes["First"]);
            il.Get(value);
            il.Number(Identity(isSum));
            il.Call(lanes["Of"]);
            il.Call(lanes["Choose"]);
        }
        else
        {
            il.Get(value);
        }
        il.Call(lanes[isSum ? "Add" : "Max"]);
        il.Set(into);
    }

    private void JoinInto(LocalBuilder total, LocalBuilder part, bool isSum)
    {
        il.Get(total);
        il.Get(part);
        il.Call(lanes[isSum ? "Add" : "Max"]);
        il.Set(total);
    }

    private LocalBuilder Joined(bool isSum)
    {
        var total = il.Local(lanes.Vector);
        SetIdentity(total, isSum);
        return total;
    }

    private void SetIdentity(LocalBuilder local, bool isSum)
    {
        il.Number(Identity(isSum));
        il.Call(lanes["Of"]);
        il.Set(local);
    }

    private static double Identity(bool isSum) => isSum ? 0 : double.NegativeInfinity;

    private static bool IsHeavy(Formula f) => f.Parts().Any(part =>
        part.Kind is >= FormulaKind.Exp and <= FormulaKind.Erf or FormulaKind.Pow or FormulaKind.Divide);

    /// <summary>Columns outside, rows inside, the joined value in a register; then joined with what the result holds.</summary>
    private void EmitColumns()
    {
        bool isSum = key.Kind == LoopKind.ColumnSum;
        var total = il.Local(lanes.Vector);
        OverColumns(columns, () =>
        {
            SetIdentity(total, isSum);
            LoadAddresses();
            il.Number(0);
            il.Set(row);
            il.While(row, rows, 1, () =>
            {
                elementValues = [];
                JoinInto(total, Value(program.Roots[0]), isSum);
                NextRow(from: 1);
            });
            il.Get(results[0]);
            il.Get(column);
            if (isPart)
                il.Get(left);
            il.Call(lanes.Memory(isPart ? "LoadPart" : "Load", key.Compute));
            il.Get(total);
            il.Call(lanes[isSum ? "Add" : "Max"]);
            il.Set(total);
            Store(total, 0);
        });
    }
}
