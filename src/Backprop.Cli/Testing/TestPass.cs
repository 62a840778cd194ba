using System.Diagnostics;

namespace Backprop.Cli.Testing;

/// <summary>One run of some test projects in one environment.</summary>
/// <param name="Name">How the report calls it.</param>
/// <param name="Projects">The test projects.</param>
/// <param name="Filter">Which tests, in the words of <c>dotnet test --filter</c>; empty for all.</param>
/// <param name="Environment">Variables of the run.</param>
internal sealed record TestPass(
    string Name, IReadOnlyList<string> Projects, string Filter, IReadOnlyDictionary<string, string> Environment)
{
    private const string Library = "Backprop.Tests";
    private const string NotSlow = "Speed!=Slow";
    private const string OnNarrowVectors =
        "(FullyQualifiedName~Cpu256Tests|FullyQualifiedName~Cpu512Tests|FullyQualifiedName~CpuFallbackTests"
        + "|FullyQualifiedName~FunctionAccuracyTests)&" + NotSlow;
    private const string OnNoVectors =
        "(FullyQualifiedName~ReferenceDeviceTests|FullyQualifiedName~CpuFallbackTests|FullyQualifiedName~OpGradientTests)&"
        + NotSlow;

    /// <summary>
    /// The whole suite. The device tests run again on the narrower kernel paths, since a machine picks its path once:
    /// without AVX-512, and without any vector hardware, where the reference device must serve.
    /// </summary>
    public static IReadOnlyList<TestPass> All(bool slow) =>
    [
        new("library", [Library], slow ? "" : NotSlow, new Dictionary<string, string>()),
        new("library without AVX-512", [Library], OnNarrowVectors, new Dictionary<string, string> { ["DOTNET_EnableAVX512"] = "0" }),
        new("library without SIMD", [Library], OnNoVectors, new Dictionary<string, string> { ["DOTNET_EnableHWIntrinsic"] = "0" }),
        new("notebook", ["Backprop.Notebook.Tests"], slow ? "" : NotSlow, new Dictionary<string, string>()),
        new("system", ["Backprop.System.Tests"], slow ? "" : NotSlow, new Dictionary<string, string>()),
    ];

    /// <summary>Runs the tests and counts them; the log lies in <c>artifacts/test-results</c>.</summary>
    public async Task<TestTally> RunAsync(Solution solution, CancellationToken stop)
    {
        var clock = Stopwatch.StartNew();
        string folder = Path.Combine(solution.Root, "artifacts", "test-results", Name.Replace(' ', '-'));
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);

        List<string> arguments = ["test", .. Projects.Select(solution.TestAssembly), "--nologo"];
        if (Filter.Length > 0)
            arguments.AddRange(["--filter", Filter]);
        arguments.AddRange(["--logger", "trx;LogFileName=all.trx", "--results-directory", folder, "--blame-hang-timeout", "10m"]);

        string log = Path.Combine(folder, "log.txt");
        int code = await solution.DotnetAsync(arguments, log, Environment, stop);

        string results = Path.Combine(folder, "all.trx");
        TestTally tally = File.Exists(results) ? TestTally.Read(results) : new TestTally();
        bool aborted = (await File.ReadAllTextAsync(log, stop)).Contains("Test Run Aborted", StringComparison.Ordinal);
        return tally with { Seconds = clock.Elapsed.TotalSeconds } is var timed && (aborted || code != 0 && timed.Failed == 0 || timed.Passed + timed.Failed == 0)
            ? Broken(timed, log)
            : timed;
    }

    // A test host that crashed is not counted by anybody: the run must not look fine for it.
    private TestTally Broken(TestTally tally, string log) => tally with
    {
        Failed = tally.Failed + 1,
        Failures = [.. tally.Failures, $"{Name}: the test run broke off; its end ({log}):\n    " + string.Join("\n    ", File.ReadLines(log).TakeLast(40))],
    };
}
