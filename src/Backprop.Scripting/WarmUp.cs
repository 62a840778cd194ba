namespace Backprop.Scripting;

/// <summary>
/// Compiles and runs a few cells nobody sees, so that the first cell of a person finds the compiler warm. It stops
/// where that
/// cell comes first: then the cell itself is the best warm-up.
/// </summary>
internal sealed class WarmUp
{
    private static readonly string[] Cells =
    [
        "1 + 1",
        "var a = 1.5; double F(double x) => x * a; Console.WriteLine($\"{F(2):F3}\");",
        "class C { public int V { get; set; } = 2; } new[] { new C() }.Select(c => c.V).Where(v => v > 1).ToList()",
        "var d = new Dictionary<string, int> { [\"a\"] = 1 }; foreach (var (k, v) in d) Console.Write($\"{k}{v}\");",
        "await Task.Delay(1); (1, \"b\")",
        "throw new Exception();",
        "misspelled",
    ];

    private static readonly string[] Typed = ["Console.", "Console.WriteLine(", "a"];

    private volatile bool stopped;

    public static WarmUp Start(SessionOptions options, CellReferences references)
    {
        var warmUp = new WarmUp();
        new Thread(() => warmUp.Run(options, references)) { IsBackground = true, Name = "warm-up" }.Start();
        return warmUp;
    }

    public void Stop() => stopped = true;

    private void Run(SessionOptions options, CellReferences references)
    {
        var session = new CSharpSession(options, references);
        foreach (string code in Cells)
        {
            if (stopped)
                return;
            var cell = new Cell(code, "warm-up");
            session.RunAsync(cell, static _ => { }, CancellationToken.None).GetAwaiter().GetResult();
        }
        foreach (string typed in Typed)
        {
            if (stopped)
                return;
            session.Language.Complete(typed, typed.Length);
            session.Language.Inspect(typed, typed.Length, withSource: false);
        }
    }
}
