using static Backprop.Tests.Numbers;

namespace Backprop.Tests.Optim;

/// <summary>The forms of momentum, and how they turn into one another.</summary>
public class MomentumTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Buffer_and_velocity_take_the_same_steps_at_a_constant_rate(bool nesterov)
    {
        Near(Path(w => Rolling(w, MomentumForm.Buffer)), Path(w => Rolling(w, MomentumForm.Velocity)));

        Sgd Rolling(Tensor w, MomentumForm form) =>
            new([w]) { LearningRate = 0.02, Momentum = 0.9, Nesterov = nesterov, Form = form };
    }

    [Fact]
    public void The_average_takes_them_at_the_rate_divided_by_1_minus_beta() =>
        Near(
            Path(w => new Sgd([w]) { LearningRate = 0.02, Momentum = 0.9, Form = MomentumForm.Velocity }),
            Path(w => new Sgd([w]) { LearningRate = 0.02 / (1 - 0.9), Momentum = 0.9, Form = MomentumForm.Average }));

    [Fact]
    public void A_new_rate_reaches_what_was_gathered_in_a_buffer_but_not_in_a_velocity()
    {
        Assert.Equal(0.1 * 1.9, LastStep(MomentumForm.Buffer), 12);
        Assert.Equal(0.9 + 0.1, LastStep(MomentumForm.Velocity), 12);

        // One step at rate 1 along a gradient of 1, then one at 0.1.
        static double LastStep(MomentumForm form)
        {
            Tensor w = Worked.Parameter(0);
            var optimizer = new Sgd([w]) { LearningRate = 1, Momentum = 0.9, Form = form };
            optimizer.Step(() => w.Sum());
            double before = w.Item();
            optimizer.LearningRate = 0.1;
            optimizer.Step(() => w.Sum());
            return before - w.Item();
        }
    }

    [Fact]
    public void PyTorchs_Nesterov_keeps_the_points_where_the_printed_one_looks()
    {
        Tensor keeps = Worked.BowlStart(), looks = Worked.BowlStart();
        var torch = new Sgd([keeps]) { LearningRate = 0.05, Momentum = 0.9, Nesterov = true };
        var printed = new Nesterov([looks]) { LearningRate = 0.05, Momentum = 0.9 };
        for (int i = 0; i < 10; i++)
        {
            torch.Step(() => Worked.Bowl(keeps));
            printed.Step(() => Worked.Bowl(looks));
        }
        Assert.True(Math.Abs(keeps[0].Item() - looks[0].Item()) > 1e-3);
        printed.LookAhead();
        Near(keeps.ToArray<double>(), looks.ToArray<double>());
    }

    [Fact]
    public void Nesterov_by_hand_looks_ahead_before_the_loss()
    {
        Tensor whole = Worked.BowlStart(), apart = Worked.BowlStart();
        Nesterov a = new([whole]), b = new([apart]);
        for (int i = 0; i < 5; i++)
        {
            a.Step(() => Worked.Bowl(whole));
            b.LookAhead();
            b.ZeroGrad();
            Worked.Bowl(apart).Backward();
            b.Step();
        }
        Assert.Equal(whole.ToArray<double>(), apart.ToArray<double>());
    }

    [Fact]
    public void Nesterov_without_looking_ahead_says_what_to_do()
    {
        Tensor w = Worked.BowlStart();
        var optimizer = new Nesterov([w]);
        Worked.Bowl(w).Backward();
        Assert.Contains("LookAhead()", MessageOf<InvalidOperationException>(optimizer.Step), StringComparison.Ordinal);
        optimizer.LookAhead();
        Assert.Throws<InvalidOperationException>(() => optimizer.Momentum = 0.5);
    }

    [Fact]
    public void Nesterov_comes_back_from_ahead_where_the_loss_fails_or_does_not_use_a_parameter()
    {
        Tensor used = Worked.BowlStart(), idle = Worked.Parameter(3);
        var optimizer = new Nesterov([used, idle]) { LearningRate = 0.05 };
        optimizer.Step(() => Worked.Bowl(used) + idle.Sum());
        double[] before = used.ToArray<double>();
        double idleBefore = idle.Item();

        Assert.Throws<TimeoutException>(() => optimizer.Step(() => throw new TimeoutException()));
        Near(before, used.ToArray<double>());
        optimizer.Step(() => Worked.Bowl(used));
        Assert.Equal(idleBefore, idle.Item(), 12);
        Assert.NotEqual(before, used.ToArray<double>());
    }

    private static double[] Path(Func<Tensor, Optimizer> make)
    {
        Tensor w = Worked.BowlStart();
        Optimizer optimizer = make(w);
        var path = new List<double>();
        for (int i = 0; i < 20; i++)
        {
            optimizer.Step(() => Worked.Bowl(w));
            path.AddRange(w.ToArray<double>());
        }
        return [.. path];
    }

    private static void Near(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 12));
    }
}
