using System.Reflection.Emit;

namespace Backprop;

/// <summary>
/// Makes one loop of machine code from a program. What never changes is set once, what is the same along a row once a
/// row, everything else for each vector of elements; what is used several times is computed once.
/// </summary>
internal sealed partial class Emitter
{
    private readonly LoopKey key;
    private readonly Lanes lanes;
    private readonly LoopWriter il = new();

    private readonly LoweredTerm[] roots;
    private readonly List<LoweredTerm> terms;
    private readonly Dictionary<LoweredTerm, int> uses = [];

    private readonly LocalBuilder[] results, inputs;
    private readonly LocalBuilder rows, columns, row, column, left, mask;

    private readonly Dictionary<LoweredTerm, LocalBuilder> callValues = [];
    private Dictionary<LoweredTerm, LocalBuilder> rowValues = [];
    private Dictionary<LoweredTerm, LocalBuilder> elementValues = [];

    // Emitting the row's last vector, of which only some lanes exist.
    private bool isPart;

    private Emitter(Program program, LoopKey key, Lanes lanes)
    {
        this.key = key;
        this.lanes = lanes;
        roots = Lowering.Roots(program, key);
        terms = LoweredTerm.InOrder(roots);
        foreach (var operand in terms.SelectMany(term => term.Operands).Concat(roots))
            uses[operand] = uses.GetValueOrDefault(operand) + 1;
        results = [.. roots.Select(_ => il.Word())];
        inputs = [.. Enumerable.Range(0, program.Inputs).Select(_ => il.Word())];
        (rows, columns, row, column, left) = (il.Word(), il.Word(), il.Word(), il.Word(), il.Word());
        mask = il.Local(lanes.Vector);
    }

    internal static Loop Emit(Program program, LoopKey key, Lanes lanes)
    {
        var emitter = new Emitter(program, key, lanes);
        emitter.Begin();
        if (key.Kind == LoopKind.Map)
            emitter.EmitMap();
        else
            emitter.EmitColumns();
        return emitter.il.Finish();
    }

    private void Begin()
    {
        il.Argument(LoopArguments.Rows);
        il.Set(rows);
        il.Argument(LoopArguments.Columns);
        il.Set(columns);
        LoadAddresses();
        Settle(Level.Call);
        il.Word(0);
        il.Set(row);
    }

    private void LoadAddresses()
    {
        for (int i = 0; i < results.Length + inputs.Length; i++)
        {
            il.Argument(LoopArguments.Address(i));
            il.Set(Operand(i));
        }
    }

    private LocalBuilder Operand(int i) => i < results.Length ? results[i] : inputs[i - results.Length];

    /// <summary>Computes everything of a level here, so that inner loops find it.</summary>
    private void Settle(Level level)
    {
        foreach (var term in terms)
        {
            if (term.Level == level && term.Instruction != Instruction.Constant)
                Variable(term);
        }
    }

    private void EmitMap() => il.While(row, rows, 1, () =>
    {
        rowValues = [];
        Settle(Level.Row);
        for (int k = 0; k < results.Length; k++)
        {
            if (key.IsSplat(k))
                StoreOne(k);
        }
        if (Enumerable.Range(0, results.Length).Any(k => !key.IsSplat(k)))
            OverColumns(columns, StoreAll);
        NextRow(from: 0);
    });

    // All values first: a result may lie on an input that another result still needs.
    private void StoreAll()
    {
        if (results.Length > 1)
        {
            foreach (var root in roots)
                Variable(root);
        }
        for (int k = 0; k < results.Length; k++)
        {
            var root = roots[k];
            if (!key.IsSplat(k))
                Store(() => Push(root), k);
        }
    }

    private void NextRow(int from)
    {
        for (int i = from; i < results.Length + inputs.Length; i++)
        {
            int operand = i;
            il.Increase(Operand(i), () => il.Argument(LoopArguments.RowStride(operand)));
        }
    }

    /// <summary>Whole vectors from column 0, then one part of a vector.</summary>
    private void OverColumns(LocalBuilder end, Action body)
    {
        il.Word(0);
        il.Set(column);
        RestOfColumns(end, body);
    }

    private void RestOfColumns(LocalBuilder end, Action body)
    {
        il.While(column, end, lanes.Count, () =>
        {
            elementValues = [];
            body();
        });
        il.IfLess(column, end, () =>
        {
            il.Get(end);
            il.Get(column);
            il.Subtract();
            il.Set(left);
            SetMask();
            isPart = true;
            elementValues = [];
            body();
            isPart = false;
        });
        elementValues = [];
    }

    /// <summary>mask = indices &lt; left</summary>
    private void SetMask()
    {
        il.Get(left);
        il.ToNumber(lanes.Element);
        il.Call(lanes.Create);
        il.Call(lanes.Indices);
        il.Call(lanes[Instruction.IsGreater]);
        il.Set(mask);
    }
}
