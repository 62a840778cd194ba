using Backprop.Display;
using Backprop.Scripting;

namespace Backprop.Tests.Scripting.Interrupting;

public sealed class LibraryInterruptTests
{
    private static NotebookSession Start()
    {
        NotebookDefaults.Register();
        return new NotebookSession(new SessionOptions
        {
            References = [typeof(Tensor).Assembly, typeof(Formatter).Assembly, typeof(NotebookDefaults).Assembly],
            Usings = [.. SessionOptions.DefaultUsings, "Backprop"],
        });
    }

    [Theory]
    [InlineData("var x = Tensor.Ones(6000, 6000); x.MatMul(x)")]
    [InlineData("var w = Tensor.Randn(300, 300); while (true) w = w.MatMul(w).Tanh();")]
    public async Task Long_tensor_operations_are_interrupted(string code)
    {
        await using NotebookSession session = Start();
        await session.Value("int keep = 1;");
        Assert.Equal(CellStatus.Interrupted, (await session.Interrupted(code, milliseconds: 300)).Status);
        Assert.Equal("1", await session.Value("keep"));
    }

    [Fact]
    public async Task A_training_stops_at_a_whole_step_and_keeps_the_model_and_its_history()
    {
        await using NotebookSession session = Start();
        await session.Value("""
            int steps = 0, updates = 0;
            var net = new Linear(2, 1);
            class Counting : Module
            {
                Module inner; Action seen;
                public Counting(Module inner, Action seen) { this.inner = inner; this.seen = seen; }
                public override Tensor Forward(Tensor x) { seen(); return inner.Forward(x); }
            }
            var trainer = new Trainer
            {
                Model = new Counting(net, () => { if (++steps == 5) Console.Write("fifth step"); }),
                Optimizer = new Sgd(net.Parameters) { LearningRate = 0.01 },
                Loss = (p, t) => { for (int i = 0; i < 3; i++) updates = steps; return (p - t).Square().Mean(); },
            };
            History history = null;
            """);
        var began = new TaskCompletionSource();
        Task<CellResult> run = session.Run(
            "history = trainer.Fit(Tensor.Randn(64, 2), Tensor.Randn(64, 1), epochs: 100_000_000);",
            _ => began.TrySetResult());
        await Task.WhenAny(began.Task, run);
        session.Interrupt();
        CellResult result = await run.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(CellStatus.Interrupted, result.Status);
        Assert.Equal("(True, True, True)", await session.Value("(history.IsStopped, steps == updates, steps > 0)"));
        Assert.Equal("2", await session.Value("trainer.Fit(Tensor.Randn(64, 2), Tensor.Randn(64, 1), epochs: 2).Epochs.Count"));
    }

    [Fact]
    public async Task The_display_of_an_interrupted_training_says_where_it_stopped()
    {
        await using NotebookSession session = Start();
        await session.Value("""
            Sequential net = [new Linear(2, 1)];
            var trainer = new Trainer
            {
                Model = net,
                Optimizer = new Sgd(net.Parameters),
                Loss = (p, t) => (p - t).Square().Mean(),
                Callbacks = [new TrainingDisplay()],
            };
            """);
        await session.Interrupted(
            "trainer.Fit(Tensor.Randn(64, 2), Tensor.Randn(64, 1), epochs: 100_000_000);", milliseconds: 300);
        var last = Assert.IsType<UpdateOutput>(session.Outputs[^1]);
        Assert.Contains("stopped at epoch", last.Data.PlainText, StringComparison.Ordinal);
        Assert.Contains("of 100000000", last.Data.PlainText, StringComparison.Ordinal);
        Assert.Equal("True", await session.Value("net.Forward(Tensor.Ones(1, 2)).Item() != double.NaN"));
    }

    [Fact]
    public async Task The_error_of_a_net_is_drawn_above_it()
    {
        await using NotebookSession session = Start();
        await session.Error("new Sequential(new Linear(4, 3), new Linear(2, 1)).Forward(Tensor.Ones(5, 4))");
        var shown = Assert.IsType<DisplayOutput>(Assert.Single(session.Outputs));
        Assert.Contains("[FAIL] 1: Linear(2 → 1) takes 2 features", shown.Data.PlainText, StringComparison.Ordinal);
        await session.Error("throw new InvalidOperationException(\"else\");");
        Assert.Single(session.Outputs);
    }

    [Fact]
    public async Task A_whole_step_comes_to_its_end()
    {
        await using NotebookSession session = Start();
        await session.Value("int begun = 0, done = 0;");
        await session.Interrupted("""
            while (!Interruption.IsRequested)
            {
                using (Interruption.WholeStep())
                {
                    begun++;
                    System.Threading.Thread.Sleep(40);
                    foreach (int i in new[] { 1, 2, 3 }) Interruption.ThrowIfRequested();
                    done++;
                }
            }
            """);
        Assert.Equal("True", await session.Value("begun == done && done > 0"));
    }

    [Fact]
    public async Task A_step_that_never_ends_is_interrupted_all_the_same()
    {
        await using NotebookSession session = Start();
        CellResult result = await session.Interrupted("using (Interruption.WholeStep()) { while (true) { } }");
        Assert.Equal(CellStatus.Interrupted, result.Status);
    }

    [Fact]
    public void Outside_a_cell_nothing_is_asked_for()
    {
        Assert.False(Interruption.IsRequested);
        Interruption.ThrowIfRequested();
        using (Interruption.WholeStep())
            Assert.False(RunningCell.Token.CanBeCanceled);
    }
}
