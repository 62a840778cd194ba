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
            References = [typeof(Tensor).Assembly, typeof(Formatter).Assembly],
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
