using System.Linq.Expressions;

namespace Backprop.Tests.Graphs;

/// <summary>What lambdas become: nodes, names, texts, derivatives and errors.</summary>
public class ScalarFormulaTests
{
    public static TheoryData<string, Expression<Func<double, double, double>>> Formulas => new()
    {
        { "x + y", (x, y) => x + y },
        { "x − y", (x, y) => x - y },
        { "x · y", (x, y) => x * y },
        { "x/y", (x, y) => x / y },
        { "−x", (x, y) => -x },
        { "x²", (x, y) => x * x },
        { "x³", (x, y) => Math.Pow(x, 3) },
        { "x⁻¹", (x, y) => Math.Pow(x, -1) },
        { "x^2.5", (x, y) => Math.Pow(x, 2.5) },
        { "2^x", (x, y) => Math.Pow(2, x) },
        { "x^y", (x, y) => Math.Pow(x, y) },
        { "cos x", (x, y) => Math.Cos(x) },
        { "sin x", (x, y) => Math.Sin(x) },
        { "exp x", (x, y) => Math.Exp(x) },
        { "log x", (x, y) => Math.Log(x) },
        { "√x", (x, y) => Math.Sqrt(x) },
        { "tanh x", (x, y) => Math.Tanh(x) },
        { "|x|", (x, y) => Math.Abs(x) },
        { "max(x, y)", (x, y) => Math.Max(x, y) },
        { "min(x, y)", (x, y) => Math.Min(x, y) },
        { "max(0, x)", (x, y) => Math.Max(0, x) },
        { "1/x + 3·y − 2", (x, y) => (1 / x) + (3 * y) - 2 },
        { "(x + y) · (x − y)", (x, y) => (x + y) * (x - y) },
        { "1/(1 + exp(−x))", (x, y) => 1 / (1 + Math.Exp(-x)) },
        { "x − (y − 1)", (x, y) => x - (y - 1) },
        { "(sin x)²", (x, y) => Math.Sin(x) * Math.Sin(x) },
        { "tanh(0.5·x − y/x)", (x, y) => Math.Tanh((0.5 * x) - (y / x)) },
    };

    [Theory]
    [MemberData(nameof(Formulas))]
    public void Every_operation_has_a_text_a_value_and_slopes_that_nudging_confirms(
        string text, Expression<Func<double, double, double>> expression)
    {
        ScalarFormula formula = ScalarGraph.From(expression);
        Func<double, double, double> direct = expression.Compile();
        foreach (var (x, y) in new[] { (0.7, 1.3), (1.9, 0.4), (2.5, 3.5) })
        {
            ScalarGraph graph = formula.At(x, y);
            Assert.Equal(text, graph.Graph.Formula);
            Assert.Equal(direct(x, y), graph.Value(graph.Output), 12);
            const double h = 1e-6;
            Assert.Equal((direct(x + h, y) - direct(x - h, y)) / (2 * h), graph.S("x", graph.Output), 1e-6);
            Assert.Equal((direct(x, y + h) - direct(x, y - h)) / (2 * h), graph.S("y", graph.Output), 1e-6);
        }
    }

    [Theory]
    [InlineData("3·x²")]
    public void A_power_says_its_slope_with_the_exponent_in_front_and_one_less_above(string slope)
    {
        Assert.Equal(slope, ScalarGraph.From((double x) => Math.Pow(x, 3)).At(2).Graph.Edges.Single().Formula);
    }

    [Fact]
    public void Slopes_of_functions_are_written_with_the_names_of_the_nodes()
    {
        ScalarGraph graph = ScalarGraph.From((double w, double b) => Math.Tanh(w * b) / b).At(0.5, 2);
        Assert.Equal(["b", "w", "1 − p²", "1/b", "−p/b²"], graph.Graph.Edges.Select(edge => edge.Formula));
        Assert.Equal(["w", "b", "u", "p", "o"], graph.Graph.Nodes.Select(node => node.Name));
    }

    [Fact]
    public void Relu_and_abs_take_slope_zero_at_exactly_zero()
    {
        Assert.Equal(0, ScalarGraph.From((double x) => Math.Max(0, x)).At(0).S("x", "o"));
        Assert.Equal(0, ScalarGraph.From((double x) => Math.Max(x, 0.0)).At(0).S("x", "o"));
        Assert.Equal(0, ScalarGraph.From((double x) => Math.Abs(x)).At(0).S("x", "o"));
    }

    [Fact]
    public void At_a_tie_the_two_inputs_of_a_maximum_share_the_slope()
    {
        ScalarGraph tie = ScalarGraph.From((double x, double y) => Math.Max(x, y)).At(2, 2);
        Assert.Equal(0.5, tie.S("x", "o"));
        Assert.Equal(0.5, tie.S("y", "o"));
    }

    [Fact]
    public void A_sum_written_the_other_way_round_is_the_same_node()
    {
        ScalarGraph graph = ScalarGraph.From((double a, double b) => (a + b) * (b + a)).At(1, 2);
        Assert.Equal(["", "", "a + b", "u²"], graph.Graph.Nodes.Select(node => node.Operation));
    }

    [Fact]
    public void Captured_variables_are_numbers_not_nodes()
    {
        double weight = 0.042;
        int two = 2;
        ScalarGraph graph = ScalarGraph.From((double age) => (weight * age) - (Math.Sqrt(16) / two)).At(50);
        Assert.Equal("0.042·age − 2", graph.Graph.Formula);
        Assert.Equal(0.1, graph.Value("o"), 12);
        Assert.Equal(["age", "u", "o"], graph.Graph.Nodes.Select(node => node.Name));
    }

    [Fact]
    public void An_unused_parameter_is_an_input_with_slope_zero()
    {
        ScalarGraph graph = ScalarGraph.From((double a, double b) => 2 * a).At(1, 1);
        Assert.Equal(["a", "b"], graph.Inputs);
        Assert.Equal(0, graph.S("b", "o"));
    }

    [Fact]
    public void The_parameter_itself_is_the_smallest_formula()
    {
        ScalarGraph graph = ScalarGraph.From((double w) => w).At(7);
        Assert.Equal("w", graph.Output);
        Assert.Equal(1, graph.S("w", "w"));
        Assert.Equal(1, graph.PathCount);
    }

    [Fact]
    public void A_parameter_called_o_keeps_its_name()
    {
        ScalarGraph graph = ScalarGraph.From((double o) => Math.Exp(o)).At(0);
        Assert.Equal(["o", "u"], graph.Graph.Nodes.Select(node => node.Name));
    }

    [Fact]
    public void A_long_formula_keeps_its_graph_and_drops_its_text()
    {
        // Each of eight sums adds the one before to itself: 256 terms written out, 9 nodes as a graph.
        ParameterExpression x = Expression.Parameter(typeof(double), "x");
        ScalarGraph graph = ScalarGraph.From(Expression.Lambda<Func<double, double>>(Doubled(x, 8), x)).At(1);
        Assert.Equal("", graph.Graph.Formula);
        Assert.Equal(9, graph.Graph.Nodes.Count);
        Assert.Equal(256, graph.PathCount);
    }

    [Fact]
    public void Values_that_do_not_exist_are_shown_as_such_and_break_nothing()
    {
        ScalarGraph graph = ScalarGraph.From((double x) => Math.Log(x) + (1 / x)).At(0);
        Assert.Equal(double.NegativeInfinity, graph.Value("u"));
        Assert.True(double.IsNaN(graph.Value("o")));
    }

    [Theory]
    [MemberData(nameof(Unsupported))]
    public void What_a_graph_cannot_hold_is_named_in_one_line(string part, Expression<Func<double, double>> expression)
    {
        var error = Assert.Throws<NotSupportedException>(() => ScalarGraph.From(expression));
        Assert.StartsWith("ScalarGraph.From cannot read " + part, error.Message);
        Assert.DoesNotContain('\n', error.Message);
    }

    public static TheoryData<string, Expression<Func<double, double>>> Unsupported
    {
        get
        {
            Func<double, double> mine = x => x;
            return new()
            {
                { "a condition (? :)", x => x > 0 ? x : 0 },
                { "a call of Math.Floor with 1 argument", x => Math.Floor(x) },
                { "a call of Math.Log with 2 arguments", x => Math.Log(x, 10) },
                { "a call of Twice with 1 argument", x => Twice(x) },
                { "a call of a delegate", x => mine(x) },
                { "the operator %", x => x % 2 },
                { "a conversion from Double to Int32", x => (int)x },
                { "a call of Sum", x => new[] { x, x }.Sum() },
            };
        }
    }

    [Fact]
    public void A_formula_without_its_parameter_is_refused()
    {
        var error = Assert.Throws<NotSupportedException>(() => ScalarGraph.From((double w) => Math.PI * 2));
        Assert.Equal(
            "The formula does not depend on w: it is 6.28319 everywhere, and a number alone has no graph.",
            error.Message);
    }

    [Fact]
    public void The_wrong_number_of_inputs_or_names_is_refused()
    {
        ScalarFormula formula = ScalarGraph.From((double a, double b) => a * b);
        Assert.Equal(
            "The formula has 2 inputs (a, b); you give 1 numbers.",
            Assert.Throws<ArgumentException>(() => formula.At(1)).Message);
        Assert.Equal(
            "The formula has 3 nodes (a, b, o); you give 2 names. Give one name for each.",
            Assert.Throws<ArgumentException>(() => formula.Named("x", "y")).Message);
        Assert.Throws<ArgumentException>(() => formula.Named("x", "x", "y"));
    }

    [Fact]
    public void Three_and_four_parameters_are_read_too()
    {
        Assert.Equal(1.5, ScalarGraph.From((double a, double b, double c) => (a * b) + c).At(0.5, 2, 0.5).Value("o"));
        Assert.Equal(
            10, ScalarGraph.From((double a, double b, double c, double d) => a + b + c + d).At(1, 2, 3, 4).Value("o"));
    }

    private static double Twice(double x) => 2 * x;

    private static Expression Doubled(Expression x, int times) =>
        times == 0 ? x : Expression.Add(Doubled(x, times - 1), Doubled(x, times - 1));
}
