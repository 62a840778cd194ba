using static Backprop.Functional;

namespace Backprop.Tests.Onnx;

/// <summary>The nets that are exported, by name.</summary>
internal static class OnnxCases
{
    internal static readonly IReadOnlyDictionary<string, OnnxCase> All = Make();

    private static Dictionary<string, OnnxCase> Make()
    {
        return Models().Concat(Recurrent()).Concat(Attending()).Concat(Layers()).Concat(Written())
            .ToDictionary(net => net.Name);
    }

    private static IEnumerable<OnnxCase> Models()
    {
        yield return Images("mlp", new Mlp([6, 8, 3]), [6]);
        yield return Images("lenet", new LeNet(), [1, 28, 28]);
        yield return Images("resnet", Seen(new ResNet(width: 4), [1, 8, 8]), [1, 8, 8]);
        yield return Images("densenet", Seen(new DenseNet(growth: 4, depth: 2), [1, 8, 8]), [1, 8, 8]);
        Sequential encoder = [new Linear(6, 4), Functional.Relu, new Linear(4, 2)];
        Sequential decoder = [new Linear(2, 4), Functional.Tanh, new Linear(4, 6), Functional.Sigmoid];
        yield return Images("autoencoder", new Autoencoder(encoder, decoder), [6]);
        yield return Images("variational", new VariationalAutoencoder([new Linear(6, 4)], 4, 2, decoder), [6]);
        yield return Images("generator", Seen(new ImageGenerator(noise: 5, width: 2), [5]), [5]);
        yield return Images("discriminator", Seen(new ImageDiscriminator(width: 2), [1, 28, 28]), [1, 28, 28]);
        yield return Words("word-window", new WordWindowClassifier(9, padding: 0), 9, 5);
    }

    private static IEnumerable<OnnxCase> Recurrent()
    {
        yield return Words("char-lstm", new CharRnn(7, new Lstm(4, 5)), 7, 6, "batch", "time");
        yield return Words("char-gru", new CharRnn(7, new Gru(4, 5)), 7, 6, "batch", "time");
        yield return Words("char-rnn", new CharRnn(7, new Rnn(4, 5)), 7, 6);
        yield return Sequences("lstm-both-directions", new Lstm(3, 4, layers: 2, bidirectional: true), 3);
        yield return Sequences("gru-both-directions",
            new Gru(3, 4, layers: 2, bidirectional: true, dropProbability: 0.5), 3);
        yield return Sequences("rnn-relu-without-bias", new Rnn(3, 4, activation: Functional.Relu, bias: false), 3);
        yield return Images("rnn-of-one-s-own", new Rnn(3, 4, activation: Functional.Softplus), [5, 3]);
        yield return Sequences("last-state", new LastState(), 3);
        yield return Images("cell-in-a-loop", new CellInLoop(), [4, 3]);
    }

    private static IEnumerable<OnnxCase> Attending()
    {
        yield return Sequences("encoder", new TransformerEncoder(2, () => new TransformerEncoderLayer(8, 2)), 8);
        yield return Sequences("encoder-of-positions",
            new Sequential(
                new SinusoidalPositions(20, 8),
                new TransformerEncoderLayer(8, 2, activation: Functional.Gelu, normFirst: true)), 8);
        yield return Words("gpt", new Gpt(7, context: 12, width: 8, heads: 2, blocks: 2), 7, 6, "batch", "time");
        yield return Words("gpt-tied", new Gpt(7, context: 12, width: 8, heads: 2, blocks: 1, tied: true), 7, 6);
        yield return Words("masked", new MaskedAttention(), 7, 6, "batch", "time");
    }

    private static IEnumerable<OnnxCase> Layers()
    {
        var mish = Activation.Define("mish", x => x * Tanh(Log(1 + Exp(x))));
        yield return Images("activations", new AllOf([.. Activation.All, mish,
            x => x.Gelu(tanh: true), x => x.Softplus(2), x => x.LogSigmoid(), x => x.Clamp(-0.5),
            x => x.Pow(4), x => x.Abs().Pow(0.5), x => x.Threshold(0.3, -2), x => x.HardTanh(), x => x.Elu(0.7),
            Functional.Softmax, Functional.LogSoftmax, new Prelu(6)]), [6]);
        yield return Images("norms", new Sequential(
            new LayerNorm([4, 5]), new GroupNorm(2, 4), new RmsNorm(5), Seen(new BatchNorm1d(4), [4, 5])), [4, 5]);
        yield return Images("pools", new AllOf(
            [x => x.MaxPool2d(3, stride: 2, padding: 1),
                x => x.AvgPool2d(3, stride: 2, padding: 1, countPadding: false),
                x => x.AdaptiveAvgPool2d((4, 4)), new Conv2d(4, 4, 3, stride: 2, padding: 1, groups: 2)]), [4, 7, 7]);
        yield return Images("convolutions", new Sequential(
            new Conv1d(2, 4, 3, padding: 2, dilation: 2), new AvgPool1d(2), new MaxPool1d(2), x => x.Unsqueeze(2),
            new ConvTranspose2d(4, 2, (1, 3), stride: (1, 2), padding: (0, 1), outputPadding: (0, 1)),
            new Flatten()), [2, 12]);
        yield return Images("maxout", new Sequential(new Linear(6, 8), new Maxout(2), new Dropout()), [6]);
    }

    private static IEnumerable<OnnxCase> Written()
    {
        yield return Images("nothing", new Sequential(), [3]);
        yield return Images("double", new Doubled(), [3], DType.Float64);
        yield return Images("reductions", new AllOf([
            x => x.Sum(1), x => x.Mean([1, 2], keepDim: true), x => x.Max(-1), x => x.Min(1),
            x => x.Var(2), x => x.Std([1, 2])], flat: true), [3, 4]);
        yield return Images("movements", new AllOf([
            x => x[.., ^1], x => x[.., 1..3], x => x[.., Slice.Every(2), 1], x => x.Permute(0, 2, 1),
            x => x.Unsqueeze(1).Expand(-1, 2, -1, -1), x => Tensor.Concat([x, 2 * x], 1), x => Tensor.Stack([x, x], 1),
            x => x.Softmax(1), x => x.Transpose(0, 1).Reshape(4, -1).T, x => x.Clone()], flat: true), [4, 3]);
        yield return Images("choices", new AllOf([
            x => Tensor.Where((x > 0) & (x <= 1) | !(x < 2), x, -1), x => Tensor.NotEqual(x, 0).To(DType.Float32),
            x => Tensor.Maximum(x, 0.5 - x), x => x.ArgMax(1).To(DType.Float32).Unsqueeze(-1),
            x => x.Gather(1, x.ArgMin(1, keepDim: true))]), [3]);
        yield return Words("whole-numbers", new FunctionOf(x =>
            2 * x + x.OneHot(7).Sum(-1).To(DType.Int32) - Tensor.Maximum(x, 3)), 7, 4);
        yield return Words("a-table-of-one-s-own",
            new FunctionOf(x => Tensor.Arange(14).Reshape(7, 2)[x]), 7, 4, "batch", "time");
    }

    /// <summary>Normal numbers; the example is a batch of one, the file runs on others.</summary>
    private static OnnxCase Images(string name, Module net, Shape shape, DType type = DType.Float32)
    {
        return new(name, net, Draw(1), [Draw(1), Draw(3)]);

        Tensor Draw(int batch) => Tensor.Randn([batch, .. shape], type);
    }

    private static OnnxCase Sequences(string name, Module net, int features) =>
        new(name, net, Tensor.Randn(2, 5, features), [Tensor.Randn(1, 5, features), Tensor.Randn(3, 8, features)],
            "batch", "time");

    private static OnnxCase Words(string name, Module net, int words, int time, params string[] freeAxes)
    {
        return new(name, net, Draw(2, time), [Draw(1, time), Draw(5, freeAxes.Length > 1 ? time + 3 : time)], freeAxes);

        Tensor Draw(int batch, int length) => (Tensor.Rand(batch, length) * words).To(DType.Int32);
    }

    /// <summary>A net whose running statistics have seen numbers.</summary>
    private static Module Seen(Module net, Shape shape)
    {
        net.Forward(3 * Tensor.Randn([8, .. shape]) + 1);
        return net;
    }
}
