using System.Reflection;

namespace Backprop.Checks;

/// <summary>Runs a test that calls a learner's code: exceptions and endless loops become messages.</summary>
internal static class Guard
{
    /// <summary>How a guarded test ended.</summary>
    public enum Ending
    {
        /// <summary>The test spoke: a message, or none.</summary>
        Answered,

        /// <summary>The answer is not written yet.</summary>
        NotStarted,

        /// <summary>Time ran out.</summary>
        TimedOut,
    }

    /// <summary>The end of a test, and its message; null if all was right.</summary>
    public sealed record Outcome(Ending Ending, string? Message);

    // Deep recursion over a graph of a few thousand nodes is no mistake.
    private const int StackSize = 64 << 20;

    /// <summary>Runs a test on a thread of its own and waits for it no longer than <paramref name="patience"/>.</summary>
    public static Outcome Run(Func<string?> test, TimeSpan patience)
    {
        Outcome? outcome = null;
        Exception? own = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    outcome = new Outcome(Ending.Answered, test());
                }
                catch (Exception error)
                {
                    own = Unwrap(error);
                }
            },
            StackSize)
        {
            IsBackground = true,
            Name = "check",
        };
        thread.Start();
        if (!thread.Join(patience))
        {
            return new Outcome(
                Ending.TimedOut,
                $"no answer after {patience.TotalSeconds:0} seconds. Is there a loop that cannot end, or the same work "
                + "done again and again? It still runs: restart the session if the notebook is slow now.");
        }
        return own is null ? outcome! : OutcomeOf(own);
    }

    private static Outcome OutcomeOf(Exception error) => error is NotImplementedException
        ? new Outcome(
            Ending.NotStarted, "nothing here so far. Replace the line `throw new NotImplementedException();`.")
        : new Outcome(Ending.Answered, $"it threw {error.GetType().Name}: {FirstLine(error.Message)}");

    private static Exception Unwrap(Exception error)
    {
        while (error is TargetInvocationException or AggregateException && error.InnerException is { } inner)
            error = inner;
        return error;
    }

    private static string FirstLine(string text) => text.ReplaceLineEndings("\n").Split('\n')[0];
}
