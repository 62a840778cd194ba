using Backprop.Tests.Optim;

namespace Backprop.Tests.WorkedNumbers;

/// <summary>Gradient descent, momentum, and rates that adapt.</summary>
internal static class Lessons11To13
{
    private static readonly Lazy<(double Low, double High)> Curvature = new(CurvatureOfTheLine);
    private static readonly Lazy<Tensor> FoundLine = new(() => Fit(0.028, 4000));

    public static Answers Answers => new()
    {
        { "L11.bowl.1.x", () => Descend(0.2, 1)[0] },
        { "L11.bowl.1.y", () => Descend(0.2, 1)[1] },
        { "L11.bowl.2.x", () => Descend(0.2, 2)[0] },
        { "L11.bowl.2.y", () => Descend(0.2, 2)[1] },
        { "L11.bounce", () => Descend(0.25, 50)[1].Abs() },
        { "L11.diverge", () => Worked.Bowl(Descend(0.26, 50)) },
        { "L11.high", () => Curvature.Value.High },
        { "L11.low", () => Curvature.Value.Low },
        { "L11.condition", () => Curvature.Value.High / Curvature.Value.Low },
        { "L11.limit", () => 2 / Curvature.Value.High },
        { "L11.line.slope", () => FoundLine.Value[0] },
        { "L11.line.intercept", () => FoundLine.Value[1] },
        { "L11.line.0.03", () => Fit(0.03, 100)[0] },
        { "L11.line.0.0295", () => Fit(0.0295, 1000)[0] },

        { "L12.exponential", () => new ExponentialDecay(0.01).LearningRate(10, 0.1) },
        { "L12.inverse", () => new InverseDecay(0.01).LearningRate(10, 0.1) },
        { "L12.step.5", () => new StepDecay(every: 5, factor: 0.5).LearningRate(5, 0.1) },
        { "L12.step.10", () => new StepDecay(every: 5, factor: 0.5).LearningRate(10, 0.1) },
        { "L12.average", () => Worked.Step(w => Rolling(w, 1, 0.9, MomentumForm.Average), 3) },
        { "L12.heavy_ball", () => Worked.Step(w => Rolling(w, 1, 0.9, MomentumForm.Velocity), 3) },
        { "L12.bowl.gd", () => LossAfterTen(w => new Sgd([w]) { LearningRate = 0.1 }) },
        { "L12.bowl.momentum", () => LossAfterTen(w => Rolling(w, 0.1, 0.5)) },
        { "L12.bowl.nesterov", () => LossAfterTen(w => new Nesterov([w]) { LearningRate = 0.1, Momentum = 0.5 }) },
        { "L12.steps.0", () => StepsToAMillionth(0) },
        { "L12.steps.0.4", () => StepsToAMillionth(0.4) },
        { "L12.steps.0.9", () => StepsToAMillionth(0.9) },

        { "L13.adagrad.1", () => Worked.Step(Inside, 1) },
        { "L13.adagrad.10", () => Worked.Step(Inside, 10) },
        { "L13.adagrad.100", () => Worked.Step(Inside, 100) },
        { "L13.rmsprop", () => Worked.Step(w => Decaying(w, 0.9), 1) },
        { "L13.adam", () => Worked.Step(w => new Adam([w]) { LearningRate = 1 }, 1) },
        // Along a constant gradient, Adam with v as it is and ε inside the root is RMSProp with Adam's β₂.
        { "L13.adam.uncorrected.1", () => Worked.Step(w => Decaying(w, 0.999), 1) },
        { "L13.adam.uncorrected.100", () => Worked.Step(w => Decaying(w, 0.999), 100) },
        { "L13.adam.uncorrected.1000", () => Worked.Step(w => Decaying(w, 0.999), 1000) },
        { "L13.epsilon.inside", () => Divisor(Inside) },
        { "L13.epsilon.outside", () => Divisor(Outside) },
        { "L13.epsilon.factor", () => Divisor(Inside) / Divisor(Outside) },
    };

    private static Tensor Descend(double rate, int steps) =>
        After(steps, Worked.BowlStart(), w => new Sgd([w]) { LearningRate = rate }, Worked.Bowl);

    private static Tensor Fit(double rate, int steps) =>
        After(steps, Worked.Parameter(0, 0), w => new Sgd([w]) { LearningRate = rate }, Worked.Line);

    private static Tensor LossAfterTen(Func<Tensor, Optimizer> make) =>
        Worked.Bowl(After(10, Worked.BowlStart(), make, Worked.Bowl));

    private static Tensor After(int steps, Tensor w, Func<Tensor, Optimizer> make, Func<Tensor, Tensor> loss)
    {
        Optimizer optimizer = make(w);
        for (int i = 0; i < steps; i++)
            optimizer.Step(() => loss(w));
        return w;
    }

    /// <summary>The eigenvalues of the second derivatives.</summary>
    private static (double Low, double High) CurvatureOfTheLine()
    {
        Tensor w = Worked.Parameter(0, 0);
        Tensor slope = Tensor.Gradient(Worked.Line(w), w, createGraph: true);
        double a = Second(0)[0].Item(), b = Second(0)[1].Item(), d = Second(1)[1].Item();
        double root = Math.Sqrt((a - d) * (a - d) / 4 + b * b);
        return ((a + d) / 2 - root, (a + d) / 2 + root);

        Tensor Second(int row) => Tensor.Gradient(slope[row], w, keepGraph: true);
    }

    private static double StepsToAMillionth(double beta)
    {
        Tensor w = Worked.BowlStart();
        Sgd optimizer = Rolling(w, 0.1, beta);
        StopRule rule = new LossBelow(1e-6) | new MostIterations(300);
        int steps = 0;
        do
            optimizer.Step(() => Worked.Bowl(w));
        while (rule.Check(new(++steps, Worked.Bowl(w).Item())) is null);
        return steps;
    }

    /// <summary>What AdaGrad divides the gradient 10⁻⁶ by in its first step.</summary>
    private static double Divisor(Func<Tensor, Optimizer> make) => 1e-6 / Worked.Step(make, 1, gradient: 1e-6);

    private static Sgd Rolling(Tensor w, double rate, double beta, MomentumForm form = MomentumForm.Velocity) =>
        new([w]) { LearningRate = rate, Momentum = beta, Form = form };

    private static AdaGrad Inside(Tensor w) =>
        new([w]) { LearningRate = 1, Epsilon = 1e-8, EpsilonPlace = EpsilonPlace.InsideRoot };

    private static AdaGrad Outside(Tensor w) => new([w]) { LearningRate = 1, Epsilon = 1e-8 };

    private static RmsProp Decaying(Tensor w, double beta) =>
        new([w]) { LearningRate = 1, Beta = beta, EpsilonPlace = EpsilonPlace.InsideRoot };
}
