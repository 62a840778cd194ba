using Backprop.Display;

namespace Backprop;

/// <summary><c>#!tune Loss --space "rate=log:1e-4..1 width=8..64" --trials 20</c></summary>
internal static class TuneDirective
{
    private const string Function = "function", Space = "--space";

    public static Directive Create() => new("#!tune", "looks for the hyperparameters that make a function small", Run)
    {
        Arguments =
        [
            DirectiveOption.Value<Func<Trial, double>>(Function, "from a trial to a loss: t => Train(t[\"rate\"])")
                with { IsRequired = true },
        ],
        Options =
        [
            DirectiveOption.Value<SearchSpace>(Space, "what is looked for: \"rate=log:1e-4..1 width=8..64 "
                + "drop=0.0..0.5 layer=relu|tanh\", or a variable") with { IsRequired = true },
            DirectiveOption.Of<int>("--trials", "how many; a grid takes all its points") with { Default = 20 },
            DirectiveOption.Choice("--method", "how the next one is chosen", "random", "bayesian", "grid", "halving")
                with { Default = "random" },
            DirectiveOption.Of<int>("--seed", "equal seeds give equal searches") with { Default = 0 },
            DirectiveOption.Of<bool>("--maximize", "looks for the largest value instead"),
            DirectiveOption.Of<string>("--save", "a file from which an interrupted search goes on"),
            DirectiveOption.Of<string>("--into", "the variable that gets the results") with { Default = "search" },
        ],
    };

    private static async Task Run(DirectiveCall call)
    {
        string text = call.Get<string>(Space);
        SearchSpace space = text.Contains('=', StringComparison.Ordinal) && !text.Contains('(', StringComparison.Ordinal)
            ? SpaceText.Read(text, Space)
            : await call.Value<SearchSpace>(Space);
        var function = await call.Value<Func<Trial, double>>(Function);
        Tuner tuner = Method(call, space, new ProgressText(call.Get<bool>("--maximize")));
        TuningResults results;
        try
        {
            results = call.Get<bool>("--maximize")
                ? tuner.Maximize(function, call.Cancel)
                : tuner.Minimize(function, call.Cancel);
        }
        catch (InvalidDataException error)
        {
            throw new DirectiveException($"--save: {error.Message}", "--save");
        }
        await call.Host.SetVariable(call.Get<string>("--into"), results);
        Show.display(results);
    }

    private static Tuner Method(DirectiveCall call, SearchSpace space, IProgress<TrialResult> progress)
    {
        (int trials, int seed) = (call.Whole("--trials"), call.Get<int>("--seed"));
        string? save = call.Has("--save") ? call.Path("--save") : null;
        return call.Get<string>("--method") switch
        {
            "bayesian" => new BayesianSearch
                { Space = space, Trials = trials, Seed = seed, SaveTo = save, Progress = progress },
            "grid" => new GridSearch { Space = space, Seed = seed, SaveTo = save, Progress = progress },
            "halving" => new SuccessiveHalving
                { Space = space, Trials = trials, Seed = seed, SaveTo = save, Progress = progress },
            _ => new RandomSearch { Space = space, Trials = trials, Seed = seed, SaveTo = save, Progress = progress },
        };
    }

    /// <summary>One line that says how far the search is.</summary>
    private sealed class ProgressText(bool maximize) : IProgress<TrialResult>
    {
        private DisplayHandle? display;
        private TrialResult? best;
        private int count;

        public void Report(TrialResult value)
        {
            count++;
            if (value.IsFinite && (best is null || (maximize ? value.Score > best.Score : value.Score < best.Score)))
                best = value;
            string text = best is null ? $"trial {count}" : $"trial {count}; best so far: {best}";
            display = display is null ? Show.display(text) : display.Update(text);
        }
    }
}
