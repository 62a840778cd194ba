using static Backprop.ScalarFormula;

namespace Backprop;

/// <summary>
/// Collects the steps of a formula. The same operation on the same inputs is one node however often it is written
/// (hash-consing), so w·w + cos(w·w) forks at one square.
/// </summary>
internal sealed class FormulaBuilder(IReadOnlyList<string> inputs)
{
    // In Figure 3.3 this gives w, u, p, q, o.
    private const string Letters = "upqrstvabcdefghklmn";

    private readonly List<ScalarFormula.Step> steps = [];
    private readonly Dictionary<ScalarFormula.Step, int> known = [];

    /// <summary>The node of an operation; two numbers make a number, without a node.</summary>
    public Operand Apply(ScalarRule rule, Operand a, Operand b = default)
    {
        if (rule.Inputs == 1)
            b = Operand.Number(0);
        if (a.IsConstant && b.IsConstant)
            return Operand.Number(rule.Value(a.Constant, b.Constant));
        if (rule == ScalarRules.Multiply && a == b)
            return Apply(ScalarRules.Square, a);
        if (rule == ScalarRules.Power && b.IsConstant && b.Constant == 2)
            return Apply(ScalarRules.Square, a);
        if (rule == ScalarRules.Max && IsZero(a))
            return Apply(ScalarRules.Relu, b);
        if (rule == ScalarRules.Max && IsZero(b))
            return Apply(ScalarRules.Relu, a);
        var step = new ScalarFormula.Step(rule, a, b);
        if (known.TryGetValue(step, out int node)
            || (rule.Commutes && known.TryGetValue(new ScalarFormula.Step(rule, b, a), out node)))
        {
            return new Operand(node, 0);
        }
        node = inputs.Count + steps.Count;
        steps.Add(step);
        known.Add(step, node);
        return new Operand(node, 0);
    }

    /// <summary>The formula that ends in this operand.</summary>
    public ScalarFormula Build(Operand output)
    {
        if (output.IsConstant)
        {
            throw new NotSupportedException(
                $"The formula does not depend on {string.Join(", ", inputs)}: "
                + $"it is {Term.Number(output.Constant).Text} everywhere, and a number alone has no graph.");
        }
        return new ScalarFormula(Names(output.Node), inputs.Count, steps, output.Node);
    }

    private static bool IsZero(Operand operand) => operand.IsConstant && operand.Constant == 0;

    private List<string> Names(int output)
    {
        var names = new List<string>(inputs);
        IEnumerable<string> free = Letters.Select(letter => letter.ToString())
            .Concat(Enumerable.Range(1, steps.Count).Select(i => FormattableString.Invariant($"n{i}")))
            .Where(name => !inputs.Contains(name));
        using IEnumerator<string> next = free.GetEnumerator();
        for (int node = inputs.Count; node < inputs.Count + steps.Count; node++)
        {
            if (node == output && !inputs.Contains("o"))
            {
                names.Add("o");
                continue;
            }
            next.MoveNext();
            names.Add(next.Current);
        }
        return names;
    }
}
