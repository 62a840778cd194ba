using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Backprop.Scripting;

/// <summary>
/// Makes the compiler warm before a person's first cell comes: at once, while the session is still put together, with
/// a text that needs nothing of it; then with cells that nobody sees. A person's cell ends it.
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
        "2 + 2",
    ];

    private static readonly string[] Typed = ["Console.", "Console.WriteLine(", "a"];

    private readonly TaskCompletionSource<(SessionOptions Options, CellReferences References)> session = new();
    private readonly TaskCompletionSource firstEnded = new();
    private volatile bool stopped;

    /// <summary>Begins; waits for <see cref="Continue"/> where it needs a session.</summary>
    public static WarmUp Start()
    {
        var warmUp = new WarmUp();
        new Thread(warmUp.Run) { IsBackground = true, Name = "warm-up" }.Start();
        return warmUp;
    }

    /// <summary>Goes on with cells of a session like the person's.</summary>
    public void Continue(SessionOptions options, CellReferences references) => session.SetResult((options, references));

    /// <summary>
    /// Ends it. Where it is about its first cell, that one is awaited: two that meet a cold compiler at once take longer
    /// than one after the other.
    /// </summary>
    public void Stop()
    {
        stopped = true;
        firstEnded.Task.Wait();
    }

    private void Run()
    {
        try
        {
            CompileAlone();
            if (!stopped)
                Compile();
        }
        finally
        {
            firstEnded.TrySetResult();
        }
    }

    private void Compile()
    {
        (SessionOptions options, CellReferences references) = session.Task.Result;
        var hidden = new CSharpSession(options, references);
        foreach (string code in Cells)
        {
            if (stopped)
                return;
            Task<CellResult> run = hidden.RunAsync(new Cell(code, "warm-up"), static _ => { }, CancellationToken.None);
            MessageCodec.Encode(new Message.Ended(run.GetAwaiter().GetResult()), new());
            firstEnded.TrySetResult();
        }
        foreach (string typed in Typed)
        {
            if (stopped)
                return;
            hidden.Language.Complete(typed, typed.Length);
            hidden.Language.Inspect(typed, typed.Length, withSource: false);
        }
    }

    // Wakes most of the compiler, while another thread reads what cells refer to.
    private static void CompileAlone()
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText("var a = 1; a + 1", CellCompilations.ParseOptions, "", Encoding.UTF8);
        var settings = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, concurrentBuild: false);
        CSharpCompilation
            .CreateScriptCompilation("warm", tree, [CellReferences.Open(typeof(object).Assembly.Location)], settings)
            .Emit(new MemoryStream(), new MemoryStream(), options: SubmissionChain.EmitOptions);
    }
}
