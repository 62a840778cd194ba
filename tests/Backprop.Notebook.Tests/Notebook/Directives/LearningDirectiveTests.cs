using Backprop.Display;
using Backprop.Tests.Scripting;

namespace Backprop.Tests.Notebook;

[Collection(RandomNumbers.Name)]
public sealed class LearningDirectiveTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("backprop ü ").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Data_puts_a_data_set_into_a_variable()
    {
        await using NotebookSession session = DirectiveSession.Start();
        Assert.Equal("50", await session.Value("#!data moons --count 50 --noise 0.2 --seed 3\ndata.Count"));
        Assert.Equal("True", await session.Value(
            "data.Inputs.ToArray<float>().SequenceEqual(Datasets.Moons(50, 0.2, 3).Inputs.ToArray<float>())"));
        Assert.Equal("45 5", await session.Value(
            "#!data circles --count 50 --validation 0.1 --into train\n$\"{train.Count} {validation.Count}\""));
        Assert.Equal("4", await session.Value("#!data xor --into gate\ngate.Count"));
    }

    [Theory]
    [InlineData("#!data moon", "name moon: choose from ")]
    [InlineData("#!data digits --noise 1", "digits has no --noise. Leave the option out.")]
    [InlineData("#!data xor --validation 0.5", "--validation: xor is a table.")]
    [InlineData("#!data moons --count 0", "--count 0: a whole number of at least 1 is needed.")]
    public async Task A_data_set_that_is_not_there_is_answered_with_those_that_are(string line, string message)
    {
        await using NotebookSession session = DirectiveSession.Start();
        Assert.StartsWith(message, (await session.Error(line)).Message);
    }

    [Fact]
    public async Task Every_data_set_of_the_library_can_be_had_by_name()
    {
        await using NotebookSession session = DirectiveSession.Start();
        DirectiveOption name = NotebookDirectives.All.Single(d => d.Name == "#!data").Arguments[0];
        Assert.Contains("house-prices", name.Choices);
        foreach (string data in name.Choices)
            await session.Value($"#!data {data}");
    }

    [Fact]
    public async Task Summary_lists_layers_and_shapes()
    {
        await using NotebookSession session = DirectiveSession.Start();
        await session.Value("Sequential net = [new Linear(4, 3), Relu];\n#!summary net --input 5,4");
        Assert.Contains("[5, 3]", session.Shown().Single());
        Assert.StartsWith("--input 5,x: whole numbers", (await session.Error("#!summary net --input 5,x")).Message);
    }

    [Fact]
    public async Task Seed_makes_cells_repeat()
    {
        await using NotebookSession session = DirectiveSession.Start();
        string? first = await session.Value("#!seed 7\nTensor.Randn(3).Sum().Item()");
        Assert.Equal(first, await session.Value("#!seed 7\nTensor.Randn(3).Sum().Item()"));
        Assert.Equal("seed x: a whole number is needed.", (await session.Error("#!seed x")).Message);
    }

    [Fact]
    public async Task Device_says_honestly_that_there_is_no_other()
    {
        await using NotebookSession session = DirectiveSession.Start();
        await session.Value("#!device cpu");
        Assert.StartsWith("New tensors are computed on cpu", session.Shown().Single());
        Assert.Equal("There is no device cuda: no library for cuda is loaded in this session. #!device cpu is always there.",
            (await session.Error("#!device cuda")).Message);
        Assert.Contains("gpu", (await session.Error("#!device gpu")).Message);
    }

    [Fact]
    public async Task Gradcheck_agrees_with_right_gradients_and_finds_wrong_ones()
    {
        await using NotebookSession session = DirectiveSession.Start();
        await session.Value("Tensor.Seed(1);\nvar x = Tensor.Randn(2, 3);\nTensor F(Tensor a) => a.Tanh().Square();\n"
            + "Tensor Wrong(Tensor a) => a * a.Detach();\nSequential net = [new Linear(3, 4), Tanh, new Linear(4, 1)];");
        await session.Value("#!gradcheck F --at x\n#!gradcheck F --at x --second\n#!gradcheck \"(a, b) => a * b\" --at x,x");
        Assert.All(session.Shown(), text => Assert.StartsWith("ok", text));
        await session.Value("#!gradcheck Wrong --at x");
        Assert.StartsWith("WRONG", session.Shown()[^1]);
        await session.Value("#!gradcheck net --at x");
        Assert.StartsWith("Backward and nudging agree for all 4 parameters", session.Shown()[^1]);
        Assert.StartsWith("There is no variable z.", (await session.Error("#!gradcheck F --at z")).Message);
    }

    [Fact]
    public async Task Gradcheck_of_a_network_leaves_its_weights_and_gradients()
    {
        await using NotebookSession session = DirectiveSession.Start();
        await session.Value("Tensor.Seed(1);\nvar x = Tensor.Randn(2, 3);\nvar net = new Linear(3, 1);\n"
            + "net.Forward(x).Sum().Backward();\nvar w = net.Weight.ToArray<float>();\nvar g = net.Weight.Grad;");
        Assert.Equal("True", await session.Value(
            "#!gradcheck net --at x\nnet.Weight.ToArray<float>().SequenceEqual(w) && object.ReferenceEquals(net.Weight.Grad, g)"));
    }

    [Fact]
    public async Task Tune_searches_the_space_that_the_line_describes()
    {
        await using NotebookSession session = DirectiveSession.Start();
        await session.Value("double Loss(Trial t) => Math.Pow(Math.Log10(t[\"rate\"]) + 2, 2) + t.Whole(\"width\") "
            + "+ (t.Choice<string>(\"act\") == \"relu\" ? 0 : 1) + t[\"drop\"];");
        await session.Value(
            "#!tune Loss --space \"rate=log:1e-4..1 width=1..3 drop=0.0..0.5 act=relu|tanh\" --trials 30 --seed 2");
        Assert.Equal("30 True", await session.Value("$\"{search.InOrder.Count} {search.BestScore < 2}\""));
        Assert.StartsWith("--space rate: write name=from..to",
            (await session.Error("#!tune Loss --space \"rate a=1..2\"")).Message);
        Assert.StartsWith("--space rate=2..1:", (await session.Error("#!tune Loss --space rate=2..1")).Message);
        Assert.StartsWith("--method best: choose from random, bayesian, grid, halving.",
            (await session.Error("#!tune Loss --space a=1..2 --method best")).Message);
    }

    [Fact]
    public async Task What_was_saved_comes_back_into_a_network_or_a_variable()
    {
        await using NotebookSession session = DirectiveSession.Start(folder);
        await session.Value("var net = new Linear(3, 2);\nvar other = new Linear(3, 2);\n#!save net --to weights\n"
            + "#!load weights.safetensors --into other");
        Assert.Equal("True", await session.Value("net.Weight.ToArray<float>().SequenceEqual(other.Weight.ToArray<float>())"));
        Assert.Equal("6", await session.Value(
            "Tensor x = [1, 2, 3];\n#!save x\n#!load x.safetensors --into y\ny.Sum().Item()"));
        Assert.Equal("2", await session.Value("#!load weights.safetensors --into both\nboth.Count"));
    }

    [Theory]
    [InlineData("#!save net --to a.txt", "--to a.txt: the format is safetensors; let the name end so.")]
    [InlineData("#!save text", "text is neither a network nor tensors, so there is nothing to save.")]
    [InlineData("#!load none.safetensors --into net", "none.safetensors: there is no such file beside this notebook.")]
    [InlineData("#!load broken.safetensors --into net", "broken.safetensors: ")]
    [InlineData("#!load small.safetensors --into net", "--into net: ")]
    public async Task A_file_that_does_not_fit_is_named(string line, string message)
    {
        await using NotebookSession session = DirectiveSession.Start(folder);
        File.WriteAllText(Path.Combine(folder, "broken.safetensors"), "no tensors");
        new Linear(2, 2).Save(Path.Combine(folder, "small.safetensors"));
        await session.Value("var net = new Linear(3, 2);\nvar text = \"a\";");
        Assert.StartsWith(message, (await session.Error(line)).Message);
    }
}
