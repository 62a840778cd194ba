using System.Reflection.Emit;
using Backprop.Ops;

namespace Backprop;

/// <summary>
/// Makes one loop of machine code from a program. Constants and scalars are set once, what is the same along a row once
/// a row, everything else for each vector of elements; a part that several formulas share is computed once.
/// </summary>
internal sealed partial class Emitter
{
    private readonly Program program;
    private readonly LoopKey key;
    private readonly Lanes lanes;
    private readonly LoopWriter il = new();

    private readonly LocalBuilder[] results;
    private readonly LocalBuilder[] inputs;
    private readonly LocalBuilder rows, columns, row, column, left;

    private readonly Dictionary<Formula, Level> levels = [];
    private readonly Dictionary<Formula, LocalBuilder> callValues = [];
    private Dictionary<Formula, LocalBuilder> rowValues = [];
    private Dictionary<Formula, LocalBuilder> elementValues = [];

    // Emitting the row's last vector, of which only some lanes exist.
    private bool isPart;

    private Emitter(Program program, LoopKey key, Lanes lanes)
    {
        this.program = program;
        this.key = key;
        this.lanes = lanes;
        results = [.. program.Roots.Select(_ => il.Word())];
        inputs = [.. Enumerable.Range(0, program.Inputs).Select(_ => il.Word())];
        rows = il.Word();
        columns = il.Word();
        row = il.Word();
        column = il.Word();
        left = il.Word();
        foreach (var part in program.Parts)
            levels[part] = LevelOf(part);
    }

    /// <summary>How often a value changes.</summary>
    private enum Level
    {
        Call,
        Row,
        Element,
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

    private int InputOperand(int input) => results.Length + input;

    private Level LevelOf(Formula f)
    {
        // Columns walk down the rows inside, so there an input's one number a row changes at every step too.
        bool isMap = key.Kind == LoopKind.Map;
        return f.Kind switch
        {
            FormulaKind.Constant or FormulaKind.Scalar => Level.Call,
            FormulaKind.Input => isMap && key.IsSplat(InputOperand(f.Index)) ? Level.Row : Level.Element,
            FormulaKind.Column => Level.Element,
            FormulaKind.RowSum or FormulaKind.RowMax => Level.Row,
            _ => (Level)Math.Max((int)levels[f.A!],
                Math.Max(f.B is null ? 0 : (int)levels[f.B], f.C is null ? 0 : (int)levels[f.C])),
        };
    }

    private void Begin()
    {
        il.Argument(LoopArguments.Rows);
        il.Set(rows);
        il.Argument(LoopArguments.Columns);
        il.Set(columns);
        LoadAddresses();
        foreach (var part in program.Parts.Where(part => levels[part] == Level.Call))
            Value(part);
        il.Number(0);
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

    private void EmitMap() => il.While(row, rows, 1, () =>
    {
        rowValues = [];
        foreach (var part in program.Parts.Where(part => levels[part] == Level.Row))
            Value(part);
        for (int k = 0; k < results.Length; k++)
        {
            if (key.IsSplat(k))
                StoreOne(k);
        }
        if (Enumerable.Range(0, results.Length).Any(k => !key.IsSplat(k)))
            OverColumns(columns, StoreAll);
        NextRow(from: 0);
    });

    private void StoreOne(int k)
    {
        il.Get(Value(program.Roots[k]));
        il.Get(results[k]);
        il.Call(lanes.Memory("StoreOne", key.TypeOf(k)));
    }

    // All values first: a result may lie on an input that another result still needs.
    private void StoreAll()
    {
        foreach (var root in program.Roots)
            Value(root);
        for (int k = 0; k < results.Length; k++)
        {
            if (!key.IsSplat(k))
                Store(Value(program.Roots[k]), k);
        }
    }

    private void Store(LocalBuilder value, int result)
    {
        il.Get(value);
        il.Get(results[result]);
        il.Get(column);
        if (isPart)
            il.Get(left);
        il.Call(lanes.Memory(isPart ? "StorePart" : "Store", key.TypeOf(result)));
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
        il.Number(0);
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
            isPart = true;
            elementValues = [];
            body();
            isPart = false;
        });
    }
}
