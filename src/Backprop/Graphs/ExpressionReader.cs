using System.Linq.Expressions;
using System.Reflection;
using static Backprop.ScalarFormula;

namespace Backprop;

/// <summary>
/// Turns a C# lambda of numbers into a formula. What does not depend on a parameter is computed at once.
/// </summary>
internal sealed class ExpressionReader
{
    private const string Known =
        "It knows + − * / and Math.Abs, Cos, Exp, Log, Max, Min, Pow, Sin, Sqrt, Tanh, and Sigmoid and Relu.";

    private static readonly Dictionary<(string Name, int Inputs), ScalarRule> Functions = new()
    {
        [("Abs", 1)] = ScalarRules.Abs,
        [("Cos", 1)] = ScalarRules.Cos,
        [("Exp", 1)] = ScalarRules.Exp,
        [("Log", 1)] = ScalarRules.Log,
        [("Max", 2)] = ScalarRules.Max,
        [("Min", 2)] = ScalarRules.Min,
        [("Pow", 2)] = ScalarRules.Power,
        [("Relu", 1)] = ScalarRules.Relu,
        [("Sigmoid", 1)] = ScalarRules.Sigmoid,
        [("Sin", 1)] = ScalarRules.Sin,
        [("Sqrt", 1)] = ScalarRules.Sqrt,
        [("Tanh", 1)] = ScalarRules.Tanh,
    };

    private readonly IReadOnlyList<ParameterExpression> parameters;
    private readonly FormulaBuilder builder;

    private ExpressionReader(LambdaExpression formula)
    {
        parameters = formula.Parameters;
        builder = new FormulaBuilder([.. parameters.Select(parameter => parameter.Name!)]);
    }

    /// <summary>Reads a lambda of double parameters that returns a double.</summary>
    public static ScalarFormula Read(LambdaExpression formula)
    {
        ArgumentNullException.ThrowIfNull(formula);
        var reader = new ExpressionReader(formula);
        return reader.builder.Build(reader.Read(formula.Body));
    }

    private Operand Read(Expression expression)
    {
        if (!ParameterFinder.IsIn(expression))
            return Operand.Number(Compute(expression));
        return expression switch
        {
            ParameterExpression parameter => new Operand(PlaceOf(parameter), 0),
            BinaryExpression { Method: null } binary when RuleOf(binary.NodeType) is { } rule =>
                builder.Apply(rule, Read(binary.Left), Read(binary.Right)),
            UnaryExpression { NodeType: ExpressionType.Negate, Method: null } negative =>
                builder.Apply(ScalarRules.Negate, Read(negative.Operand)),
            UnaryExpression { NodeType: ExpressionType.UnaryPlus, Method: null } plus => Read(plus.Operand),
            UnaryExpression { NodeType: ExpressionType.Convert } same when same.Type == same.Operand.Type =>
                Read(same.Operand),
            MethodCallExpression call when RuleOf(call.Method) is { } rule =>
                builder.Apply(rule, Read(call.Arguments[0]), rule.Inputs == 2 ? Read(call.Arguments[1]) : default),
            _ => throw Unsupported(expression),
        };
    }

    private int PlaceOf(ParameterExpression parameter)
    {
        int place = parameters.ToList().IndexOf(parameter);
        return place >= 0 ? place : throw Unsupported(parameter);
    }

    private static ScalarRule? RuleOf(ExpressionType type) => type switch
    {
        ExpressionType.Add => ScalarRules.Add,
        ExpressionType.Subtract => ScalarRules.Subtract,
        ExpressionType.Multiply => ScalarRules.Multiply,
        ExpressionType.Divide => ScalarRules.Divide,
        _ => null,
    };

    private static ScalarRule? RuleOf(MethodInfo method)
    {
        ParameterInfo[] inputs = method.GetParameters();
        bool ours = method.DeclaringType == typeof(Math) || method.DeclaringType == typeof(double)
            || method.DeclaringType?.FullName == "Backprop.Functional";
        bool numbers = method.ReturnType == typeof(double)
            && Array.TrueForAll(inputs, input => input.ParameterType == typeof(double));
        return ours && numbers ? Functions.GetValueOrDefault((method.Name, inputs.Length)) : null;
    }

    private static double Compute(Expression constant) =>
        Expression.Lambda<Func<double>>(Expression.Convert(constant, typeof(double)))
            .Compile(preferInterpretation: true)();

    private static NotSupportedException Unsupported(Expression expression)
    {
        // (int)x in a formula of doubles is two conversions, there and back: name the first.
        if (expression is UnaryExpression { NodeType: ExpressionType.Convert, Operand: UnaryExpression inner }
            && inner.NodeType == ExpressionType.Convert)
        {
            return Unsupported(inner);
        }
        string construct = expression switch
        {
            ConditionalExpression => "a condition (? :). For a kink use Math.Max, Math.Min or Math.Abs",
            MethodCallExpression { Method: var method } =>
                $"a call of {NameOf(method)} with {Count(method.GetParameters().Length)}. "
                + "It cannot look into other functions: write the formula itself into the lambda",
            InvocationExpression => "a call of a delegate. Write its formula into the lambda",
            BinaryExpression binary => $"the operator {Symbol(binary.NodeType)}",
            UnaryExpression { NodeType: ExpressionType.Convert } convert =>
                $"a conversion from {convert.Operand.Type.Name} to {convert.Type.Name}. Stay with double",
            _ => $"{expression.NodeType}",
        };
        return new NotSupportedException($"ScalarGraph.From cannot read {construct}. {Known}");
    }

    private static string NameOf(MethodInfo method) =>
        method.DeclaringType == typeof(Math) ? $"Math.{method.Name}" : method.Name;

    private static string Count(int inputs) => inputs == 1 ? "1 argument" : $"{inputs} arguments";

    private static string Symbol(ExpressionType type) => type switch
    {
        ExpressionType.Modulo => "%",
        ExpressionType.Coalesce => "??",
        ExpressionType.GreaterThan => ">",
        ExpressionType.LessThan => "<",
        ExpressionType.GreaterThanOrEqual => ">=",
        ExpressionType.LessThanOrEqual => "<=",
        ExpressionType.Equal => "==",
        ExpressionType.NotEqual => "!=",
        _ => type.ToString(),
    };

    /// <summary>Says whether an expression depends on a parameter.</summary>
    private sealed class ParameterFinder : ExpressionVisitor
    {
        private bool found;

        public static bool IsIn(Expression expression)
        {
            var finder = new ParameterFinder();
            finder.Visit(expression);
            return finder.found;
        }

        protected override Expression VisitParameter(ParameterExpression node)
        {
            found = true;
            return node;
        }
    }
}
