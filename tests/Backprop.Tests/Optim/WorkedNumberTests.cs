namespace Backprop.Tests.Optim;

/// <summary>Lessons 11 to 13: each printed number comes out of the library.</summary>
public class WorkedNumberTests
{
    private readonly HashSet<string> seen = [];

    [Fact]
    public void Steps_down_the_bowl_land_where_lesson_11_says()
    {
        Tensor w = Worked.BowlStart();
        var optimizer = new Sgd([w]) { LearningRate = 0.2 };
        for (int step = 1; step <= 2; step++)
        {
            optimizer.Step(() => Worked.Bowl(w));
            Check($"L11.bowl.{step}.x", w[0].Item());
            Check($"L11.bowl.{step}.y", w[1].Item());
        }
        Check("L11.bounce", Math.Abs(Descend(0.25, 50)[1].Item()));
        Check("L11.diverge", Worked.Bowl(Descend(0.26, 50)).Item());
        AllAreChecked("L11.b");
        AllAreChecked("L11.d");
    }

    [Fact]
    public void Curvatures_of_the_line_data_come_from_second_derivatives()
    {
        Tensor w = Worked.Parameter(0, 0);
        Tensor slope = Tensor.Gradient(Worked.Line(w), w, createGraph: true);
        double a = Second(0)[0].Item(), b = Second(0)[1].Item(), d = Second(1)[1].Item();
        double root = Math.Sqrt((a - d) * (a - d) / 4 + b * b), high = (a + d) / 2 + root, low = (a + d) / 2 - root;
        Check("L11.high", high);
        Check("L11.low", low);
        Check("L11.condition", high / low);
        Check("L11.limit", 2 / high);

        Tensor Second(int row) => Tensor.Gradient(slope[row], w, keepGraph: true);
    }

    [Fact]
    public void The_line_is_found_below_the_largest_stable_rate_and_lost_above()
    {
        Tensor found = Fit(0.028, 20_000);
        Check("L11.line.slope", found[0].Item());
        Check("L11.line.intercept", found[1].Item());
        Check("L11.line.0.03", Fit(0.03, 100)[0].Item());
        Check("L11.line.0.0295", Fit(0.0295, 1000)[0].Item());
        AllAreChecked("L11.line");
    }

    [Fact]
    public void Schedules_give_the_rates_of_lesson_12()
    {
        Check("L12.exponential", new ExponentialDecay(0.01).LearningRate(10, 0.1));
        Check("L12.inverse", new InverseDecay(0.01).LearningRate(10, 0.1));
        Check("L12.step.5", new StepDecay(every: 5, factor: 0.5).LearningRate(5, 0.1));
        Check("L12.step.10", new StepDecay(every: 5, factor: 0.5).LearningRate(10, 0.1));
    }

    [Fact]
    public void Momentum_gathers_what_lesson_12_says()
    {
        Check("L12.average", Worked.Step(w => Rolling(w, 1, 0.9, MomentumForm.Average), 3));
        Check("L12.heavy_ball", Worked.Step(w => Rolling(w, 1, 0.9, MomentumForm.Velocity), 3));
        Check("L12.bowl.gd", BowlLoss(w => new Sgd([w]) { LearningRate = 0.1 }));
        Check("L12.bowl.momentum", BowlLoss(w => Rolling(w, 0.1, 0.5, MomentumForm.Velocity)));
        Check("L12.bowl.nesterov", BowlLoss(w => new Nesterov([w]) { LearningRate = 0.1, Momentum = 0.5 }));
        AllAreChecked("L12.b");
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("0.4", 0.4)]
    [InlineData("0.9", 0.9)]
    public void A_loss_below_a_millionth_takes_as_many_steps_as_lesson_12_says(string id, double beta)
    {
        Tensor w = Worked.BowlStart();
        Sgd optimizer = Rolling(w, 0.1, beta, MomentumForm.Velocity);
        StopRule rule = new LossBelow(1e-6) | new MostIterations(300);
        int steps = 0;
        do
            optimizer.Step(() => Worked.Bowl(w));
        while (rule.Check(new(++steps, Worked.Bowl(w).Item())) is null);
        Check($"L12.steps.{id}", steps);
    }

    [Fact]
    public void Adaptive_rates_step_as_lesson_13_says()
    {
        foreach (int t in new[] { 1, 10, 100 })
            Check($"L13.adagrad.{t}", Worked.Step(w => Inside(w, 1e-8), t));
        Check("L13.rmsprop", Worked.Step(w => Decaying(w, 0.9), 1));
        Check("L13.adam", Worked.Step(w => new Adam([w]) { LearningRate = 1 }, 1));
        // Without the correction of v, and ε inside the root, Adam along a constant gradient is RMSProp with Adam's β₂.
        foreach (int t in new[] { 1, 100, 1000 })
            Check($"L13.adam.uncorrected.{t}", Worked.Step(w => Decaying(w, 0.999), t));
        AllAreChecked("L13.a");
    }

    [Fact]
    public void Epsilon_inside_the_root_divides_by_more()
    {
        const double g = 1e-6;
        double inside = g / Worked.Step(w => Inside(w, 1e-8), 1, g);
        double outside = g / Worked.Step(w => new AdaGrad([w]) { LearningRate = 1, Epsilon = 1e-8 }, 1, g);
        Check("L13.epsilon.inside", inside);
        Check("L13.epsilon.outside", outside);
        Check("L13.epsilon.factor", inside / outside);
        AllAreChecked("L13.e");
    }

    [Fact]
    public void Clipping_3_and_4_to_norm_1_leaves_what_lesson_14_says()
    {
        Tensor w = Worked.Parameter(0, 0);
        w.Grad = Tensor.From([3.0, 4.0], dtype: DType.Float64);
        Assert.Equal(5, new[] { w }.ClipGradNorm(1));
        Worked.Check("L14.clip.0", w.Grad[0].Item());
        Worked.Check("L14.clip.1", w.Grad[1].Item());
    }

    private void Check(string id, double actual)
    {
        seen.Add(id);
        Worked.Check(id, actual);
    }

    // A number that joins the lesson must join its test.
    private void AllAreChecked(string prefix) =>
        Assert.Empty(Worked.Of(prefix).Except(seen));

    private static Tensor Descend(double rate, int steps)
    {
        Tensor w = Worked.BowlStart();
        var optimizer = new Sgd([w]) { LearningRate = rate };
        for (int i = 0; i < steps; i++)
            optimizer.Step(() => Worked.Bowl(w));
        return w;
    }

    private static Tensor Fit(double rate, int steps)
    {
        Tensor w = Worked.Parameter(0, 0);
        var optimizer = new Sgd([w]) { LearningRate = rate };
        for (int i = 0; i < steps; i++)
            optimizer.Step(() => Worked.Line(w));
        return w;
    }

    private static double BowlLoss(Func<Tensor, Optimizer> make)
    {
        Tensor w = Worked.BowlStart();
        Optimizer optimizer = make(w);
        for (int i = 0; i < 10; i++)
            optimizer.Step(() => Worked.Bowl(w));
        return Worked.Bowl(w).Item();
    }

    private static Sgd Rolling(Tensor w, double rate, double beta, MomentumForm form) =>
        new([w]) { LearningRate = rate, Momentum = beta, Form = form };

    private static AdaGrad Inside(Tensor w, double epsilon) =>
        new([w]) { LearningRate = 1, Epsilon = epsilon, EpsilonPlace = EpsilonPlace.InsideRoot };

    private static RmsProp Decaying(Tensor w, double beta) =>
        new([w]) { LearningRate = 1, Beta = beta, EpsilonPlace = EpsilonPlace.InsideRoot };
}
