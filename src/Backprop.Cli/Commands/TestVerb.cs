using System.CommandLine;
using Backprop.Cli.Testing;

namespace Backprop.Cli.Commands;

/// <summary><c>test</c>: builds the solution and runs every test of the clone.</summary>
internal static class TestVerb
{
    public static Command Create()
    {
        var strict = new Option<bool>("--strict") { Description = "A skipped test counts as a failure." };
        var slow = new Option<bool>("--slow") { Description = "Also the tests that take minutes." };
        var command = new Command("test", "Runs every test; the last line counts them.") { strict, slow };
        command.SetAction((parsed, stop) => RunAsync(parsed.GetValue(strict), parsed.GetValue(slow), stop));
        return command;
    }

    private static async Task<int> RunAsync(bool strict, bool slow, CancellationToken stop)
    {
        var solution = new Solution(Clone.Root!, Clone.Dotnet);
        if (!await solution.BuildAsync(stop))
            return ExitCode.Failed;

        var total = new TestTally();
        foreach (TestPass pass in TestPass.All(slow))
        {
            TestTally tally = await pass.RunAsync(solution, stop);
            Report(pass, tally);
            total = total.Add(tally);
        }
        Console.WriteLine($"{total.Passed} passed, {total.Failed} failed, {total.Skipped.Count} skipped");
        return total.Failed > 0 || strict && total.Skipped.Count > 0 ? ExitCode.Failed : ExitCode.Fine;
    }

    private static void Report(TestPass pass, TestTally tally)
    {
        foreach (string failure in tally.Failures)
            Console.WriteLine($"FAILED  {failure}");
        foreach (string skip in tally.Skipped)
            Console.WriteLine($"skipped {skip}");
        Console.WriteLine($"{pass.Name}: {tally.Passed} passed, {tally.Failed} failed, {tally.Skipped.Count} skipped in {tally.Seconds:F0} s");
    }
}
