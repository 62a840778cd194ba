using Backprop.Scripting;

namespace Backprop.Tests.Scripting.Interrupting;

public sealed class InterruptStressTests
{
    private static readonly string[] Endless =
    [
        "while (true) { big.Add(1); if (big.Count > 100_000) big.Clear(); Console.Error.Write(\"\"); }",
        "while (true) { try { int.Parse(\"x\"); } catch (FormatException) { count++; } }",
        "while (true) { var s = \"a\" + count; }",
        "await Task.Yield(); while (true) { await Task.Delay(1); count++; }",
        "while (true) { var l = Enumerable.Range(0, 1000).OrderBy(x => -x).ToList(); }",
        "while (true) { lock (big) { count++; } System.Text.Json.JsonSerializer.Serialize(new[] { 1, 2, 3 }); }",
        "System.Threading.Thread.Sleep(60_000);",
        "Parallel.For(0, 4, i => { while (true) { } });",
        "while (true) { try { System.Threading.Thread.Sleep(1); } catch (Exception) { } }",
        "while (true) { try { await Task.Delay(1); } catch { } finally { count++; } }",
        "await Task.WhenAll(Enumerable.Range(0, 5).Select(i => Task.Run(() => { while (true) { } })));",
        "while (true) Task.Run(() => System.Threading.Interlocked.Increment(ref count)).Wait();",
        "foreach (var x in System.Linq.Enumerable.Range(0, int.MaxValue).AsParallel().Select(x => x + 1)) count++;",
    ];

    [Fact]
    public Task Interrupts_at_any_moment_leave_the_session_whole() => Stress(interrupts: 40, seed: 1);

    [Fact]
    [Trait("Speed", "Slow")]
    public Task A_thousand_interrupts_at_any_moment_leave_the_session_whole() => Stress(interrupts: 1000, seed: 2);

    private static async Task Stress(int interrupts, int seed)
    {
        var random = new Random(seed);
        await using var session = new NotebookSession();
        await session.Value("int keep = 41; int count = 0; var big = new List<int>();");
        for (int i = 0; i < interrupts; i++)
        {
            string code = Endless[i % Endless.Length];
            CellResult result = await session.Interrupted(code, random.Next(40));
            Assert.True(result.Status == CellStatus.Interrupted, $"{code}: {result.Status} {result.Error?.Message}");
            string check = "lock (big) { } Console.Error.Write(\"\"); System.Threading.Thread.Sleep(1); await Task.Delay(1); keep + 1";
            Assert.Equal("42", await session.Value(check));
        }
    }
}
