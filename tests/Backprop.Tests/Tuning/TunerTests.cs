using static Backprop.Functional;
using static Backprop.Tests.Numbers;

namespace Backprop.Tests.Tuning;

[Collection(nameof(Seeded))]
public class TunerTests
{
    [Fact]
    public void Values_stay_in_their_space_and_cover_it()
    {
        var space = new SearchSpace
        {
            ["rate"] = LogUniform(1e-5, 1e-1),
            ["drop"] = Uniform(0, 0.5),
            ["layers"] = Whole(1, 3),
            ["activation"] = Choice<Layer>(Functional.Relu, Functional.Tanh),
        };
        TuningResults results = new RandomSearch { Space = space, Trials = 300, Seed = 1 }.Minimize(trial =>
        {
            Assert.InRange(trial["rate"], 1e-5, 1e-1);
            Assert.InRange(trial["drop"], 0, 0.5);
            Assert.Equal(trial["layers"], trial.Whole("layers"));
            return trial.Choice<Layer>("activation").Method.Name == "Relu" ? 1 : 0;
        });
        Assert.Equal(300, results.Trials.Count);
        // Half of the rates are below the middle of the logarithms, a third of the layers each.
        Assert.InRange(results.Trials.Count(t => t.Trial["rate"] < 1e-3), 120, 180);
        Assert.All([1, 2, 3], n => Assert.InRange(results.Trials.Count(t => t.Trial.Whole("layers") == n), 70, 130));
        Assert.InRange(results.Trials.Count(t => t.Score == 1), 120, 180);
        Assert.Equal("rate = LogUniform(1E-05, 0.1), drop = Uniform(0, 0.5), layers = Whole(1, 3), activation = Choice(Relu, Tanh)", space.ToString());
    }

    [Fact]
    public void Equal_seeds_give_equal_searches_and_each_trial_its_own_numbers()
    {
        List<(double, double)> Search(long seed)
        {
            var drawn = new List<(double, double)>();
            new RandomSearch { Space = Bowl, Trials = 5, Seed = seed }.Minimize(trial =>
            {
                drawn.Add((trial["x"], Tensor.Rand().Item()));
                return 0;
            });
            return drawn;
        }
        Assert.Equal(Search(1), Search(1));
        Assert.Empty(Search(1).Intersect(Search(2)));
        Assert.Equal(5, Search(1).Select(d => d.Item2).Distinct().Count());
    }

    [Fact]
    public void A_grid_is_every_combination()
    {
        var space = new SearchSpace { ["rate"] = LogUniform(1e-3, 1e-1), ["width"] = Whole(1, 2), ["kind"] = Choice("a", "b") };
        TuningResults results = new GridSearch { Space = space, Points = 3 }.Maximize(trial => trial["rate"] * trial["width"]);
        Assert.Equal(12, results.Trials.Count);
        Assert.Equal([1e-3, 1e-3, 1e-3, 1e-3, 1e-2], results.InOrder.Take(5).Select(r => Math.Round(r.Trial["rate"], 12)));
        Assert.Equal((0.1, 2), (Math.Round(results.Best["rate"], 12), results.Best.Whole("width")));
        Assert.Equal(0.2, results.BestScore, 1e-12);
        Assert.Equal(results.BestSoFar.Order(), results.BestSoFar);
    }

    [Fact]
    public void Halving_gives_the_best_more_and_ends_the_others_early()
    {
        var spent = new Dictionary<int, List<int>>();
        TuningResults results = new SuccessiveHalving { Space = Bowl, Trials = 27, MaxBudget = 27, Seed = 4 }.Minimize(trial =>
        {
            if (!spent.TryGetValue(trial.Number, out var budgets))
                spent[trial.Number] = budgets = [];
            budgets.Add(trial.Budget);
            return F(trial) + 1.0 / trial.Budget;
        });
        Assert.Equal([27, 9, 3, 1], new[] { 1, 3, 9, 27 }.Select(b => results.Trials.Count(t => t.Trial.Budget == b)));
        Assert.Equal([1, 3, 9, 27], spent[results.Best.Number]);
        // Of the 27 the best one by its first look goes through, since all lose equally by their budget.
        Assert.Equal(results.Trials.Where(t => t.Trial.Budget == 1).MinBy(t => t.Score)!.Trial.Number, results.Best.Number);
        Assert.Equal(27, results.Trials[0].Trial.Budget);
    }

    [Theory]
    [InlineData(GaussianKernel.Matern)]
    [InlineData(GaussianKernel.Rbf)]
    public void A_Bayesian_search_finds_better_values_than_chance_within_the_same_trials(GaussianKernel kernel)
    {
        double[] chance = new double[5], bayes = new double[5];
        for (int seed = 0; seed < chance.Length; seed++)
        {
            chance[seed] = new RandomSearch { Space = Branin.Space, Trials = 25, Seed = seed }.Minimize(Branin.Of).BestScore;
            bayes[seed] = new BayesianSearch { Space = Branin.Space, Trials = 25, Seed = seed, Kernel = kernel }.Minimize(Branin.Of).BestScore;
        }
        // The smallest value is 0.3979.
        Assert.True(bayes.Average() < 0.6, $"{bayes.Average()}");
        Assert.True(chance.Average() > 1.5 * bayes.Average(), $"{chance.Average()} against {bayes.Average()}");
    }

    [Fact]
    public void A_Bayesian_search_goes_through_choices_and_whole_numbers_without_trying_one_twice()
    {
        var space = new SearchSpace { ["n"] = Whole(1, 4), ["kind"] = Choice("a", "b", "c") };
        TuningResults results = new BayesianSearch { Space = space, Trials = 12, RandomTrials = 2, Seed = 3 }
            .Minimize(trial => trial["n"] + (trial.Choice<string>("kind") == "b" ? 0 : 3));
        Assert.Equal((1, "b"), (results.Best.Whole("n"), results.Best.Choice<string>("kind")));
        Assert.True(results.Trials.Select(t => t.Trial.ToString()).Distinct().Count() >= 11, results.ToString());
    }

    [Fact]
    public void Diverged_trials_are_last_and_do_not_disturb()
    {
        TuningResults results = new BayesianSearch { Space = Bowl, Trials = 15, Seed = 1 }.Minimize(trial =>
            trial["x"] > 0.8 ? throw new NotFiniteNumberException() : trial["y"] > 0.8 ? double.PositiveInfinity : F(trial));
        Assert.True(results.BestScore < 0.05, results.ToString());
        Assert.Contains("diverged", results.ToString(), StringComparison.Ordinal);
        Assert.False(results.Trials[^1].IsFinite);
        TuningResults none = new RandomSearch { Space = Bowl, Trials = 3 }.Minimize(_ => double.NaN);
        Assert.Contains("All 3 trials diverged", MessageOf<InvalidOperationException>(() => _ = none.Best), StringComparison.Ordinal);
        Assert.Throws<TimeoutException>(() => new RandomSearch { Space = Bowl }.Minimize(_ => throw new TimeoutException()));
    }

    [Fact]
    public void The_results_are_a_table()
    {
        var space = new SearchSpace { ["rate"] = LogUniform(0.001, 0.1), ["layers"] = Whole(1, 2) };
        TuningResults results = new GridSearch { Space = space, Points = 2 }.Minimize(trial => trial["rate"] * 10 + trial["layers"]);
        string table = System.Text.RegularExpressions.Regex.Replace(results.ToString(3), @"\d\.\d s", "0.0 s");
        Assert.Equal(
            """
            trial   rate  layers  loss   time
            #1     0.001       1  1.01  0.0 s
            #3       0.1       1     2  0.0 s
            #2     0.001       2  2.01  0.0 s
            … and 1 more
            """.ReplaceLineEndings("\n"), table);
        Assert.Equal("#1: 1.01 with rate 0.001, layers 1", results.Trials[0].ToString());
    }

    [Fact]
    public void Mistakes_in_a_space_are_told()
    {
        Says("0 < from < to", () => LogUniform(0, 1));
        Says("from < to, and from is 2, to 1", () => Uniform(2, 1));
        Says("each once", () => Choice("a", "a"));
        Says("The search space is empty", () => new RandomSearch { Space = new SearchSpace() }.Minimize(_ => 0));
        Says("The search space has no lr. It has x, y.", () => new RandomSearch { Space = Bowl }.Minimize(trial => trial["lr"]));
        Says("x is not a whole number", () => new RandomSearch { Space = Bowl }.Minimize(trial => trial.Whole("x")));
        Says("trial.Choice<String>(\"k\")", () => new RandomSearch { Space = new() { ["k"] = Choice("a") } }.Minimize(trial => trial["k"]));
        Says("more than a million", () => new GridSearch { Space = Bowl, Points = 2000 }.Minimize(_ => 0));

        static void Says(string what, Action act) => Assert.Contains(what, MessageOf<Exception>(act), StringComparison.Ordinal);
    }

    internal static SearchSpace Bowl => new() { ["x"] = Uniform(0, 1), ["y"] = Uniform(0, 1) };

    internal static double F(Trial trial) => Math.Pow(trial["x"] - 0.3, 2) + Math.Pow(trial["y"] - 0.6, 2);

    /// <summary>A known test function with three equal valleys in a plane with one steep corner.</summary>
    private static class Branin
    {
        internal static SearchSpace Space => new() { ["x"] = Uniform(-5, 10), ["y"] = Uniform(0, 15) };

        internal static double Of(Trial trial)
        {
            double x = trial["x"], y = trial["y"];
            double valley = y - 5.1 / (4 * Math.PI * Math.PI) * x * x + 5 / Math.PI * x - 6;
            return valley * valley + 10 * (1 - 1 / (8 * Math.PI)) * Math.Cos(x) + 10;
        }
    }
}
