using Backprop.Tests.Serialization;
using static Backprop.Functional;
using static Backprop.Tests.Numbers;

namespace Backprop.Tests.Tuning;

/// <summary>Searches that are interrupted and go on.</summary>
[Collection(nameof(Seeded))]
public sealed class TrialLogTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Log => folder["runs/search.jsonl"];

    public void Dispose() => folder.Dispose();

    public static TheoryData<string> Kinds => ["random", "grid", "halving", "bayes"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_search_that_was_interrupted_makes_the_same_trials(string kind)
    {
        string[] whole = [.. Search(kind, null, int.MaxValue)];
        int calls = 0;
        for (int stop = 3; stop < 100; stop += 4)
        {
            string[] part = [.. Search(kind, Log, most: 4, () => calls++)];
            Assert.Equal(whole[..part.Length], part);
            if (part.Length == whole.Length)
                break;
            // As if the process had been killed while it wrote the next line.
            File.AppendAllText(Log, "{\"Trial\":99,\"Bud");
        }
        Assert.Equal(whole, Search(kind, Log, int.MaxValue));
        Assert.Equal(whole.Length, calls);
    }

    [Fact]
    public void A_choice_and_a_diverged_trial_come_back_as_they_were()
    {
        var space = new SearchSpace { ["layer"] = Choice<Layer>(Functional.Relu, Functional.Tanh), ["rate"] = LogUniform(1e-5, 1) };
        TuningResults Run(int trials) => new RandomSearch { Space = space, Trials = trials, SaveTo = Log, Seed = 2 }
            .Minimize(trial => trial.Number == 2 ? double.NaN : trial["rate"]);
        Run(4);
        TuningResults again = Run(5);
        Assert.Equal(5, again.Trials.Count);
        Assert.Equal(1, again.Trials.Count(t => !t.IsFinite));
        Assert.All(again.Trials, t => Assert.Equal(Tensor.Ones(2).ToArray<float>().Length, t.Trial.Choice<Layer>("layer")(Tensor.Ones(2)).Shape[0]));
    }

    [Fact]
    public void The_file_of_another_search_or_a_broken_one_is_refused()
    {
        RandomSearch Search(long seed) => new() { Space = TunerTests.Bowl, Trials = 2, Seed = seed, SaveTo = Log };
        Search(1).Minimize(TunerTests.F);
        string[] lines = File.ReadAllLines(Log);
        Says("Line 1 of search.jsonl is of another search (RandomSearch, minimize, seed 1: x = Uniform(0, 1), y = Uniform(0, 1))", 2);
        File.WriteAllLines(Log, [lines[0], "{nonsense}", lines[2]]);
        Says("Line 2 of search.jsonl cannot be read.", 1);
        File.WriteAllLines(Log, [lines[0], lines[1].Replace("\"Values\":[", "\"Values\":[7,", StringComparison.Ordinal)]);
        Says("Line 2 of search.jsonl has another number of values", 1);
        File.WriteAllLines(Log, [lines[0], "{\"Trial\":1,\"Budget\":1,\"Values\":[0.5,7],\"Score\":1,\"Seconds\":1}"]);
        Says("7 is not in Uniform(0, 1)", 1);
        File.WriteAllText(Log, lines[0][..20]);
        Assert.Equal(2, Search(3).Minimize(TunerTests.F).Trials.Count);

        void Says(string what, long seed) => Assert.Contains(what, MessageOf<InvalidDataException>(() => Search(seed).Minimize(TunerTests.F)), StringComparison.Ordinal);
    }

    /// <summary>Trials and scores as text, stopped after some calls.</summary>
    private static IEnumerable<string> Search(string kind, string? path, int most, Action? call = null)
    {
        using var stop = new CancellationTokenSource();
        int calls = 0;
        TuningResults results = Tuner(kind, path).Minimize(trial =>
        {
            call?.Invoke();
            if (++calls >= most)
                stop.Cancel();
            return TunerTests.F(trial) + 0.1 * Tensor.Rand().Item() / trial.Budget;
        }, stop.Token);
        return results.InOrder.Select(r => $"{r.Trial.Number} {r.Trial.Budget} {r.Trial["x"]:R} {r.Trial["y"]:R} {r.Score:R}");
    }

    private static Tuner Tuner(string kind, string? path) => kind switch
    {
        "random" => new RandomSearch { Space = TunerTests.Bowl, Trials = 10, Seed = 5, SaveTo = path },
        "grid" => new GridSearch { Space = TunerTests.Bowl, Points = 3, SaveTo = path },
        "halving" => new SuccessiveHalving { Space = TunerTests.Bowl, Trials = 9, MaxBudget = 9, Seed = 5, SaveTo = path },
        _ => new BayesianSearch { Space = TunerTests.Bowl, Trials = 11, Seed = 5, SaveTo = path },
    };
}
