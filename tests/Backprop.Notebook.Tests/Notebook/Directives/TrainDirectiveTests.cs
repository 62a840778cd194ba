using Backprop.Tests.Scripting;

namespace Backprop.Tests.Notebook;

public sealed class TrainDirectiveTests
{
    private const string Net = "Sequential net = [new Linear(2, 8), Tanh, new Linear(8, 2)];\n";
    private const string Setup = "Tensor.Seed(1);\nvar data = Datasets.Moons(64);\n" + Net;

    [Fact]
    public async Task It_trains_and_keeps_the_history_in_a_variable()
    {
        await using NotebookSession session = DirectiveSession.Start();
        await session.Value(Setup + "#!train net --data data --epochs 5 --optimizer momentum --lr 0.5");
        Assert.Equal("5 True", await session.Value("$\"{history.Epochs.Count} {history.Losses[4] < history.Losses[0]}\""));
        Assert.Contains(session.Shown(), text => text.Contains("epoch 5/5", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_cell_sees_the_history_and_a_second_run_replaces_it()
    {
        await using NotebookSession session = DirectiveSession.Start();
        Assert.Equal("1", await session.Value(Setup + "#!train net --data data --epochs 1\nhistory.Epochs.Count"));
        Assert.Equal("2", await session.Value("#!train net --data data --epochs 2\nhistory.Epochs.Count"));
    }

    [Fact]
    public async Task Every_option_reaches_the_trainer()
    {
        await using NotebookSession session = DirectiveSession.Start();
        await session.Value(Setup + "var heard = new List<int>();\n"
            + "var watch = new EveryEpoch((run, epoch) => heard.Add(run.Trainer.Optimizer is AdamW ? 1 : 0));");
        await session.Value("#!train net --data data --epochs 4 --batch 16 --optimizer adamw --schedule cosine "
            + "--loss cross-entropy --metric accuracy,f1 --validation 0.25 --patience 3 --clip 1 --callbacks watch --into h");
        Assert.Equal("12 True True True", await session.Value(
            "$\"{h.StepLosses.Count} {h.Epochs[0].ValidationLoss is not null} "
            + "{h.Epochs[0].Metrics.ContainsKey(\"accuracy\")} {heard.All(x => x == 1) && heard.Count == 4}\""));
    }

    [Fact]
    public async Task Data_may_be_an_expression_or_two_tensors_and_the_loss_a_function_of_the_cell()
    {
        await using NotebookSession session = DirectiveSession.Start();
        await session.Value(Net + "#!train net --data \"Datasets.Moons(32)\" --epochs 1");
        await session.Value("var x = Tensor.Randn(8, 3);\nvar y = x.Sum(1).Reshape(8, 1);\nSequential line = [new Linear(3, 1)];\n"
            + "Tensor Squared(Tensor p, Tensor t) => (p - t).Square().Mean();");
        await session.Value("#!train line --data x --targets y --epochs 1 --loss Squared --into h");
        Assert.Equal("1", await session.Value("h.Epochs.Count"));
    }

    [Theory]
    [InlineData("#!train nett --data data", "There is no variable nett. Of type Module there are: net.")]
    [InlineData("#!train data --data data", "net data: data is a TensorDataset, not a Module.")]
    [InlineData("#!train net", "#!train needs --data: #!train net --data DATA")]
    [InlineData("#!train net --data data --epochs 0", "--epochs 0: a whole number of at least 1 is needed.")]
    [InlineData("#!train net --data data --lr -1", "--lr -1: a number above 0 is needed.")]
    [InlineData("#!train net --data data --optimizer adm", "--optimizer adm: choose from sgd, momentum,")]
    [InlineData("#!train net --data data --metric accurate", "--metric accurate: choose from accuracy,")]
    [InlineData("#!train net --data data --validation 2", "--validation 2: a share between 0 and 1.")]
    [InlineData("#!train net --data 5", "--data 5: a data set is needed")]
    [InlineData("#!train net --data \"Datasets.Mons()\"", "--data: ")]
    [InlineData("#!train net --data data --epoch 5", "#!train has no option --epoch. Did you mean --epochs?")]
    [InlineData("#!train net --data data --into 2x", "2x is no name for a variable.")]
    public async Task A_wrong_option_is_named(string line, string message)
    {
        await using NotebookSession session = DirectiveSession.Start();
        await session.Value(Setup);
        string said = (await session.Error(line)).Message;
        Assert.StartsWith(message, said);
        Assert.DoesNotContain('\n', said);
    }

    [Fact]
    public async Task An_interrupted_training_leaves_the_net_and_the_history()
    {
        await using NotebookSession session = DirectiveSession.Start();
        await session.Value(Setup);
        await session.Interrupted("#!train net --data data --epochs 1000000", milliseconds: 300);
        Assert.Equal("True", await session.Value("history.IsStopped && net.Parameters[0].ToArray<float>().All(float.IsFinite)"));
    }
}
