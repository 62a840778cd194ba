using static Backprop.Tests.WorkedNumbers.Float64;

namespace Backprop.Tests.WorkedNumbers;

/// <summary>A neuron, slopes, and regression by hand.</summary>
internal static class Lessons01To03
{
    // The decision rule that the notes print, from the age.
    private static readonly Func<Tensor, Tensor> Rule = age => 0.042 * age - 1.53;

    private static readonly Lazy<Tensor> Line = new(() => Fitted((z, bought) => z.Mse(bought)));
    private static readonly Lazy<Tensor> Logistic = new(() => Fitted((z, t) => z.BinaryCrossEntropyWithLogits(t)));

    private static Tensor Ages => Column(Datasets.Insurance, "age");

    private static Tensor Bought => Column(Datasets.Insurance, "have_insurance");

    public static Answers Answers => new()
    {
        { "L01.and.00", () => And()[0] },
        { "L01.and.01", () => And()[1] },
        { "L01.and.10", () => And()[2] },
        { "L01.and.11", () => And()[3] },

        { "L02.cos.w", () => CosineOfSquare.S("w", "o") },
        { "L02.cos.g", () => CosineOfSquare.Local("g", "o") },
        { "L02.sigsig", () => Number(1).Sigmoid().Sigmoid() },
        { "L02.sigsig.slope", () => Slope(w => w.Sigmoid().Sigmoid(), 1) },
        { "L02.product", () => Slope(x => x.Cos() * x.Sin(), 1.3) },
        { "L02.practice", () => Slope(y => -7 * y.Pow(20), 1) },

        { "L03.rule.turn", () => Root(Rule) },
        { "L03.rule.half", () => Root(age => Rule(age) - 0.5) },
        { "L03.ols.slope", () => Line.Value[0] },
        { "L03.ols.intercept", () => Line.Value[1] },
        { "L03.ols.turn", () => Root(age => At(Line.Value, age) - 0.5) },
        { "L03.logistic.slope", () => Logistic.Value[0] },
        { "L03.logistic.intercept", () => Logistic.Value[1] },
        { "L03.logistic.turn", () => Root(age => At(Logistic.Value, age)) },
        { "L03.logistic.loss", () => At(Logistic.Value, Ages).BinaryCrossEntropyWithLogits(Bought) },
        { "L03.rule.loss", () => Rule(Ages).BinaryCrossEntropyWithLogits(Bought) },
        { "L03.right.36", () => Right(Rule(Ages)) },
        { "L03.right.42", () => Right(Ages - 42) },
        { "L03.sigma23", () => Affordable()[0].Sigmoid() },
        { "L03.sigma23.squared", () => Affordable()[0].Sigmoid().Mse(Affordability("have_insurance")[0]) },
        { "L03.notes.squared", () => Number(0.99).Mse(Affordability("have_insurance")[0]) },
        { "L03.sigma200", () => Number(200).Sigmoid() },
        { "L03.loss", () => Affordable().BinaryCrossEntropyWithLogits(Affordability("have_insurance")) },
        { "L03.loss.scaled", () => Affordable(100).BinaryCrossEntropyWithLogits(Affordability("have_insurance")) },
        { "L03.loss.clipped", ClippedLoss },
        { "L03.loss.slide", () => ClippedLoss() / Number(10).Log() },

        { "L03.price.error.b0", () => (Price - Predicted(Ones, 0))[0] },
        { "L03.price.squared.b0", () => Predicted(Ones, 0)[0].Mse(Price[0]) },
        { "L03.price.mse.b0", () => Predicted(Ones, 0).Mse(Price) },
        { "L03.price.error.b1", () => (Price - Predicted(Ones, 1))[0] },
        { "L03.price.squared.b1", () => Predicted(Ones, 1)[0].Mse(Price[0]) },
        { "L03.price.mse.b1", () => Predicted(Ones, 1).Mse(Price) },
        { "L03.price.gradient.row", () => PriceSlope(w => Predicted(w, 0)[0].Mse(Price[0])) },
        { "L03.price.gradient", () => PriceSlope(w => Predicted(w, 0).Mse(Price)) },
    };

    private static ScalarGraph CosineOfSquare { get; } =
        ScalarGraph.From((double w) => Math.Cos(w * w)).Named("w", "g", "o").At(1);

    private static Tensor Ones => Vector(1, 1);

    private static Tensor Price => Column(Datasets.HousePrices, "price");

    // The neuron fires where x₁ + x₂ > 1.5.
    private static Tensor And() => Columns(Datasets.And, "x1", "x2").MatMul(Ones).Step(1.5);

    private static Tensor At(Tensor line, Tensor age) => line[0] * age + line[1];

    /// <summary>Slope and intercept with the smallest loss.</summary>
    private static Tensor Fitted(Func<Tensor, Tensor, Tensor> loss)
    {
        Tensor line = Vector(0, 0).RequireGrad();
        var optimizer = new Lbfgs([line]) { MaxIterations = 100, GradientTolerance = 0, ChangeTolerance = 0 };
        optimizer.Step(() => loss(At(line, Ages), Bought));
        return line.Detach();
    }

    /// <summary>How many of the 15 a score says rightly, which means yes above 0.</summary>
    private static double Right(Tensor scores)
    {
        var matrix = ConfusionMatrix.Of(scores, Bought, threshold: 0);
        return matrix[0, 0] + matrix[1, 1];
    }

    private static Tensor Affordability(string column) => Column(Datasets.Affordability, column);

    /// <summary>z = w₁ age + w₂ affordability + b at w = (1, 1), b = 0, with the age in some unit.</summary>
    private static Tensor Affordable(double unit = 1) =>
        (Columns(Datasets.Affordability, "age", "affordability") / Vector(unit, 1)).MatMul(Ones);

    private static Tensor ClippedLoss() =>
        Affordable().Sigmoid().Clamp(1e-8, 1 - 1e-8).BinaryCrossEntropy(Affordability("have_insurance"));

    private static Tensor Predicted(Tensor w, double b) =>
        Columns(Datasets.HousePrices, "area", "bedrooms").MatMul(w) + b;

    /// <summary>∂loss/∂w₁ at w = (1, 1).</summary>
    private static Tensor PriceSlope(Func<Tensor, Tensor> loss)
    {
        Tensor w = Ones.RequireGrad();
        return Tensor.Gradient(loss(w), w)[0];
    }
}
