namespace Backprop.Tests.Parity;

public class FixtureTests
{
    public static TheoryData<string> Families => [.. Fixture.Families];

    /// <summary>What each family must hold, by PyTorch's class names.</summary>
    public static TheoryData<string, string> Coverage => new()
    {
        { "activations", "Identity Step Threshold Sigmoid Tanh Hardtanh ReLU LeakyReLU PReLU ELU SELU SiLU GELU "
            + "Softplus LogSigmoid Softmax LogSoftmax Max AMax Maxout" },
        { "losses", "MSELoss L1Loss HuberLoss SmoothL1Loss BCELoss BCEWithLogitsLoss NLLLoss CrossEntropyLoss "
            + "KLDivLoss HingeLoss L1 L2 KLSparsity Contractive" },
        { "optimizers", "SGD Adagrad RMSprop Adam AdamW LBFGS ClipGradNorm ClipGradValue" },
        { "conventions", "Momentum MovingAverageMomentum Nesterov AdaGrad RMSProp Adam DeltaBarDelta ClipGradNorm" },
        { "schedules", "Exponential Inverse Manual ExponentialLR StepLR MultiStepLR CosineAnnealingLR LinearLR "
            + "OneCycleLR SequentialLR ChainedScheduler ReduceLROnPlateau" },
        { "initialisers", "Gain Xavier Kaiming Default" },
        { "linear", "Linear Flatten Embedding" },
        { "convolution", "Conv1d Conv2d ConvTranspose2d" },
        { "pooling", "MaxPool1d MaxPool2d AvgPool1d AvgPool2d AdaptiveAvgPool1d AdaptiveAvgPool2d" },
        { "normalisation", "BatchNorm1d BatchNorm2d LayerNorm GroupNorm RMSNorm" },
        { "recurrent", "RNN LSTM GRU RNNCell LSTMCell GRUCell" },
        { "attention", "ScaledDotProductAttention MultiheadAttention TransformerEncoderLayer TransformerDecoderLayer "
            + "SinusoidalPositions" },
        { "metrics", "Metric" },
        { "preprocessing", "StandardScaler MinMaxScaler PCA PCA.whiten OneHotEncoder" },
    };

    [Theory]
    [MemberData(nameof(Coverage))]
    public void Each_family_covers_its_components(string family, string components) =>
        Assert.Equal(
            components.Split(' ').Order(StringComparer.Ordinal),
            Fixture.Load(family).Cases.Select(c => c.Component).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void No_family_is_without_a_list_of_what_it_covers() =>
        Assert.Equal(
            Fixture.Families,
            Coverage.Select(row => (string)((object[])row)[0]).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Families))]
    public void Names_of_cases_are_unique(string family) =>
        Assert.Distinct(Fixture.Load(family).Cases.Select(c => c.Name));

    [Theory]
    [MemberData(nameof(Families))]
    public void Every_tensor_is_finite_and_fills_its_shape(string family)
    {
        foreach (Case c in Fixture.Load(family).Cases)
            foreach (var (name, numbers) in Tensors(c))
            {
                Assert.True(numbers.Data.Length == numbers.Count, $"{c.Name}, {name}");
                Assert.True(numbers.Data.All(double.IsFinite), $"{c.Name}, {name}");
            }
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void Gradients_have_the_shape_of_what_they_belong_to(string family)
    {
        foreach (Case c in Fixture.Load(family).Cases)
        {
            Assert.All(c.Float64.InputGradients, g => Assert.Equal(c.Inputs[g.Key].Shape, g.Value.Shape));
            Assert.All(c.Float64.ParameterGradients, g => Assert.Equal(c.Parameters[g.Key].Shape, g.Value.Shape));
            Assert.All(c.Upstream, g => Assert.Equal(c.Float64.Outputs[g.Key].Shape, g.Value.Shape));
        }
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void Both_precisions_answer_the_same_questions_nearly_alike(string family)
    {
        foreach (Case c in Fixture.Load(family).Cases.Where(c => c.Float32 is not null))
        {
            Assert.Equal(c.Float64.All().Select(t => t.Name), c.Float32!.All().Select(t => t.Name));
            foreach (var ((name, single), (_, twice)) in c.Float32.All().Zip(c.Float64.All()))
                new Tolerance(2e-5, 1e-4).Check($"{c.Name}, {name}", single.Data, twice);
        }
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void Starting_numbers_are_exact_in_float32_and_upstream_gradients_are_not_all_one(string family)
    {
        foreach (Case c in Fixture.Load(family).Cases)
        {
            foreach (var (name, numbers) in c.Inputs.Concat(c.Parameters).Concat(c.Buffers).Concat(c.Upstream))
                Assert.True(c.Float32 is null || numbers.Data.All(x => x == (float)x), $"{c.Name}, {name}");
            Assert.All(c.Upstream, u => Assert.Contains(u.Value.Data, g => g != 1));
        }
    }

    [Fact]
    public void An_unknown_case_is_named()
    {
        var failure = Assert.Throws<KeyNotFoundException>(() => Fixture.Load("pooling")["min_pool"]);
        Assert.Contains("min_pool", failure.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<(string Name, Numbers Numbers)> Tensors(Case c) =>
        c.Inputs.Concat(c.Parameters).Concat(c.Buffers).Concat(c.Upstream).Select(t => (t.Key, t.Value))
            .Concat(c.Float64.All())
            .Concat(c.Float32?.All() ?? []);
}
