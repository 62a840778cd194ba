using Backprop.Ops;

namespace Backprop.Onnx;

/// <summary>A formula as nodes: each part is a tensor of numbers, a comparison first one of true and false.</summary>
internal sealed class FormulaNodes
{
    private readonly GraphWriter graph;
    private readonly DType type;
    private readonly (string Name, DType Type)[] inputs;
    private readonly Dictionary<Formula, string> numbers = [];
    private readonly Dictionary<Formula, string> truths = [];

    private FormulaNodes(GraphWriter graph, DType type, (string, DType)[] inputs)
    {
        this.graph = graph;
        this.type = type;
        this.inputs = inputs;
    }

    /// <summary>Writes a formula; gives the name of its result.</summary>
    /// <param name="graph">Where to.</param>
    /// <param name="formula">It is handed no scalars.</param>
    /// <param name="inputs">The names and types of its inputs.</param>
    /// <param name="result">The result's type.</param>
    internal static string Write(GraphWriter graph, Formula formula, (string Name, DType Type)[] inputs, DType result)
    {
        var type = TypeFor(formula, inputs, result);
        var nodes = new FormulaNodes(graph, type, inputs);
        // Parts first, so that a deep formula needs no deep stack.
        foreach (var part in formula.Parts())
        {
            if (!IsComparison(part))
                nodes.Number(part);
        }
        if (result == DType.Bool)
            return nodes.Truth(formula);
        string name = nodes.Number(formula);
        return type == result ? name : nodes.Cast(name, result);
    }

    /// <summary>Whole numbers stay whole if the formula leaves them so.</summary>
    private static DType TypeFor(Formula formula, (string Name, DType Type)[] inputs, DType result)
    {
        var type = inputs.Select(input => input.Type).Aggregate(DTypes.Promote);
        if (type.IsFloat())
            return type;
        bool isWhole = !result.IsFloat() && formula.Parts().All(part => part.Kind switch
        {
            FormulaKind.Constant => part.Value == Math.Floor(part.Value) && Math.Abs(part.Value) <= int.MaxValue,
            FormulaKind.Input or FormulaKind.Negate or FormulaKind.Abs or FormulaKind.Add or FormulaKind.Subtract
                or FormulaKind.Multiply or FormulaKind.Max or FormulaKind.Min or FormulaKind.Select => true,
            _ => IsComparison(part),
        });
        if (isWhole)
            return DType.Int32;
        return result == DType.Float64 ? DType.Float64 : DType.Float32;
    }

    private string Number(Formula formula)
    {
        if (numbers.TryGetValue(formula, out string? known))
            return known;
        return numbers[formula] = formula.Kind switch
        {
            FormulaKind.Input => AsNumber(inputs[formula.Index]),
            FormulaKind.Constant => graph.Number(formula.Value, type),
            FormulaKind.Greater or FormulaKind.GreaterOrEqual or FormulaKind.Equal => Cast(Truth(formula), type),
            FormulaKind.Select => graph.Add("Where", [Truth(formula.A!), Number(formula.B!), Number(formula.C!)]),
            FormulaKind.Max when formula.B is { Kind: FormulaKind.Constant, Value: 0 } && type.IsFloat() =>
                graph.Add("Relu", [Number(formula.A!)]),
            FormulaKind.Expm1 => graph.Add("Sub", [graph.Add("Exp", [Number(formula.A!)]), graph.Number(1, type)]),
            FormulaKind.Log1p => graph.Add("Log", [graph.Add("Add", [Number(formula.A!), graph.Number(1, type)])]),
            // ONNX has no Φ of its own.
            FormulaKind.NormalCdf => Number(0.5 * (1 + Formula.Erf(formula.A! * Math.Sqrt(0.5)))),
            _ => graph.Add(NodeOf(formula.Kind), formula.B is null
                ? [Number(formula.A!)]
                : [Number(formula.A!), Number(formula.B)]),
        };
    }

    private string Truth(Formula formula)
    {
        if (truths.TryGetValue(formula, out string? known))
            return known;
        if (IsComparison(formula))
            known = graph.Add(formula.Kind.ToString(), [Number(formula.A!), Number(formula.B!)]);
        else if (formula.Kind == FormulaKind.Input && inputs[formula.Index].Type == DType.Bool)
            known = inputs[formula.Index].Name;
        else
            known = Cast(Number(formula), DType.Bool);
        return truths[formula] = known;
    }

    private static bool IsComparison(Formula part) =>
        part.Kind is FormulaKind.Greater or FormulaKind.GreaterOrEqual or FormulaKind.Equal;

    private string AsNumber((string Name, DType Type) input) =>
        input.Type == type ? input.Name : Cast(input.Name, type);

    private string Cast(string name, DType to) =>
        graph.Add("Cast", [name], Attributes.Of("to", (int)ElementTypes.Of(to)));

    private static string NodeOf(FormulaKind kind) => kind switch
    {
        FormulaKind.Negate => "Neg",
        FormulaKind.Subtract => "Sub",
        FormulaKind.Multiply => "Mul",
        FormulaKind.Divide => "Div",
        FormulaKind.Abs or FormulaKind.Sqrt or FormulaKind.Exp or FormulaKind.Log or FormulaKind.Tanh
            or FormulaKind.Sigmoid or FormulaKind.Sin or FormulaKind.Cos or FormulaKind.Erf or FormulaKind.Floor
            or FormulaKind.Add or FormulaKind.Pow or FormulaKind.Max or FormulaKind.Min => kind.ToString(),
        _ => throw new NotSupportedException($"ExportOnnx cannot write {kind} as part of an elementwise operation."),
    };
}
