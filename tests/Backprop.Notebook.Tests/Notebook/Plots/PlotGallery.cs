using static Backprop.Functional;

namespace Backprop.Tests.Notebook.Plots;

/// <summary>One figure of each kind, of nets and data that are the same in every run.</summary>
internal static class PlotGallery
{
    public static IReadOnlyDictionary<string, Func<Figure>> All { get; } = new Dictionary<string, Func<Figure>>
    {
        ["plot-activations"] = () =>
            Plot.Activations(Functional.Sigmoid, Functional.Tanh, Functional.Relu, Functional.Gelu),
        ["plot-boundary"] = () => Plot.DecisionBoundary(Trained(null, 60), Precise),
        ["plot-boundary-classes"] = ThreeClasses,
        ["plot-boundary-film"] = () =>
        {
            var film = new BoundaryRecorder(Precise);
            Trained(film, 60);
            return Plot.DecisionBoundary(film);
        },
        ["plot-loss-surface"] = () => Plot.LossSurface(Bowl, x: (-5, 5), y: (-3, 3)),
        ["plot-paths"] = () => Plot.Paths(Bowl, from: (-4, 1), steps: 15,
            p => new Sgd(p) { LearningRate = 0.24 },
            p => new Sgd(p) { LearningRate = 0.1, Momentum = 0.5 },
            p => new Adam(p) { LearningRate = 0.5 }),
        ["plot-paths-diverging"] = () =>
            Plot.Paths(Bowl, from: (-4, 1), steps: 20, p => new Sgd(p) { LearningRate = 0.26 }),
        ["plot-saturation"] = () => Plot.Saturation(Deep(new Tanh(), 4), Wide),
        ["plot-activation-histograms"] = () => Plot.ActivationHistograms(Deep(new Tanh(), 1), Wide),
        ["plot-gradient-flow"] = GradientFlow,
        ["plot-weights-kernels"] = () => Plot.Weights(Convolutions()),
        ["plot-weights-units"] = () => Plot.Weights(Fixed(new Linear(64, 12))),
        ["plot-weights-matrix"] = () => Plot.Weights(Fixed(new Linear(6, 8))),
        ["plot-feature-maps"] = () => Plot.FeatureMaps(Convolutions(), Digit),
        ["plot-attention"] = Attention,
        ["plot-attention-heads"] = AttentionHeads,
        ["plot-embedding"] = () => Plot.Embedding(Digits.Inputs.Reshape(200, -1), Digits.Targets),
        ["plot-embedding-words"] = Words,
        ["plot-pca"] = () => Plot.Pca(Digits.Inputs.Reshape(200, -1), Digits.Targets),
        ["plot-schedules"] = () => Plot.Schedules(60, 0.1,
            new StepDecay(every: 15, factor: 0.5),
            new ExponentialDecay(0.05),
            new WarmUp(10).Then(new CosineDecay(50), after: 10)),
        ["plot-compare"] = () => Plot.Compare(("SGD", Train(p => new Sgd(p) { LearningRate = 0.1 })),
            ("momentum", Train(p => new Sgd(p) { LearningRate = 0.1, Momentum = 0.9 })),
            ("Adam", Train(p => new Adam(p) { LearningRate = 0.05 }))),
        ["plot-learning-curves"] = () => Plot.LearningCurves(Train(p => new Adam(p) { LearningRate = 0.05 })),
        ["plot-confusion"] = Confusion,
        ["plot-roc"] = () => Plot.Roc(Scores, Truth),
        ["plot-precision-recall"] = () => Plot.PrecisionRecall(Scores, Truth),
        ["plot-learning-rate-finder"] = () => Plot.LearningRateFinder(PreciseNet(2), Precise, Loss, steps: 120),
    };

    // What is trained is float64: on another processor sums differ in their last digits, and training makes that grow.
    private static TensorDataset Precise => new(Moons.Inputs.To(DType.Float64), Moons.Targets);

    private static TensorDataset Held
    {
        get
        {
            TensorDataset moons = Datasets.Moons(60, noise: 0.15, seed: 9);
            return new TensorDataset(moons.Inputs.To(DType.Float64), moons.Targets);
        }
    }

    public static TensorDataset Moons => Datasets.Moons(140, noise: 0.15, seed: 4);

    private static TensorDataset Digits => Datasets.Digits(200, seed: 1);

    private static Tensor Digit => Digits.Inputs[3].Reshape(1, 28, 28);

    private static Tensor Wide => NotebookGalleryNumbers(64 * 32).Reshape(64, 32);

    private static Tensor Truth => Tensor.From(Enumerable.Range(0, 200).Select(i => i % 3 == 0 ? 1 : 0).ToArray());

    private static Tensor Scores => Truth.To(DType.Float32) * 0.8 + NotebookGalleryNumbers(200);

    public static Tensor Bowl(Tensor x, Tensor y) => (x * x) + (4 * y * y);

    public static Tensor Loss(Tensor prediction, Tensor target) => prediction.CrossEntropy(target);

    public static Sequential Small() =>
        Fixed<Sequential>([new Linear(2, 12), new Tanh(), new Linear(12, 12), new Tanh(), new Linear(12, 2)]);

    /// <summary>The numbers of the gallery next door: they look like chance and never change.</summary>
    private static Tensor NotebookGalleryNumbers(int count) =>
        Tensor.From(NotebookGallery.Waves(count), [count]).To(DType.Float32);

    // Weights that look like chance and are the same in every run, whatever other tests draw at the same time.
    private static T Fixed<T>(T net, double gain = 1)
        where T : Module
    {
        int offset = 0;
        var state = new Dictionary<string, Tensor>();
        foreach ((string name, Tensor parameter) in net.NamedParameters)
        {
            int fanIn = parameter.Shape.Size / parameter.Shape[0];
            double[] numbers = NotebookGallery.Waves(offset + parameter.Shape.Size)[offset..];
            state[name] = Tensor.From(numbers, parameter.Shape) * (gain * 1.6 / Math.Sqrt(fanIn));
            offset += parameter.Shape.Size;
        }
        net.Load(state, strict: false);
        return net;
    }

    private static Sequential PreciseNet(int classes) =>
        [Dense(2, 12), new Tanh(), Dense(12, 12), new Tanh(), Dense(12, classes)];

    private static Linear Dense(int inputs, int outputs)
    {
        double[] numbers = NotebookGallery.Waves(3 + (inputs * outputs))[3..];
        return new Linear(inputs, outputs)
        {
            Weight = Tensor.From([.. numbers.Select(v => v * 1.6 / Math.Sqrt(inputs))], [outputs, inputs], DType.Float64)
                .RequireGrad(),
            Bias = Tensor.Zeros([outputs], DType.Float64).RequireGrad(),
        };
    }

    // Six layers; with a gain above 1 the units saturate, below the signal dies.
    private static Sequential Deep(Module activation, double gain) =>
        Fixed<Sequential>([.. Enumerable.Range(0, 6).SelectMany(_ => (Layer[])[new Linear(32, 32), activation])], gain);

    private static Figure GradientFlow()
    {
        Sequential net = Deep(new Sigmoid(), 1);
        net.Forward(Wide).Square().Mean().Backward();
        return Plot.GradientFlow(net);
    }

    private static Sequential Convolutions() => Fixed<Sequential>(
    [
        new Conv2d(1, 6, kernel: 5, padding: 2), new Relu(), new MaxPool2d(2), new Conv2d(6, 8, kernel: 3), new Relu(),
    ]);

    private static Sequential Trained(BoundaryRecorder? film, int epochs)
    {
        Sequential net = PreciseNet(2);
        var trainer = new Trainer
        {
            Model = net,
            Optimizer = new Adam(net.Parameters) { LearningRate = 0.02 },
            Loss = Loss,
            Callbacks = film is null ? [] : [film],
        };
        trainer.Fit(Precise, epochs, batchSize: 20, shuffle: false);
        return net;
    }

    private static Figure ThreeClasses()
    {
        TensorDataset blobs = Datasets.Blobs(90, seed: 3);
        blobs = new TensorDataset(blobs.Inputs.To(DType.Float64), blobs.Targets);
        Sequential net = PreciseNet(3);
        var trainer = new Trainer
        {
            Model = net,
            Optimizer = new Adam(net.Parameters) { LearningRate = 0.05 },
            Loss = Loss,
        };
        trainer.Fit(blobs, epochs: 20, shuffle: false);
        return Plot.DecisionBoundary(net.Forward, blobs.Inputs, blobs.Targets);
    }

    private static Figure Attention()
    {
        string[] tokens = ["The", "cat", "slept", "because", "it", "was", "tired", "."];
        Tensor q = NotebookGalleryNumbers(40).Reshape(8, 5) * 2;
        Tensor k = NotebookGalleryNumbers(80)[40..].Reshape(8, 5) * 2;
        return Plot.Attention(AttentionWeights(q, k), tokens);
    }

    private static Figure AttentionHeads()
    {
        Tensor x = NotebookGalleryNumbers(96).Reshape(1, 6, 16);
        using IDisposable scope = NoGrad();
        return Plot.Attention(
            Fixed(new MultiHeadAttention(16, 4), gain: 2).Weights(x, causal: true), ["a", "b", "<c>", "d", " ", "f"]);
    }

    private static Figure Words()
    {
        string[] words = ["king", "queen", "man", "woman", "Paris", "France", "Rome", "Italy"];
        return Plot.Embedding(NotebookGalleryNumbers(16).Reshape(8, 2), names: words);
    }

    private static Figure Confusion()
    {
        var matrix = new ConfusionMatrix();
        int[] right = [.. Enumerable.Range(0, 300).Select(i => i % 6)];
        int[] predicted = [.. right.Select((label, i) => i % 7 == 0 ? (label * 5 + i / 7) % 6 : label)];
        matrix.Add(Tensor.From(predicted), Tensor.From(right));
        return Plot.Confusion(matrix);
    }

    private static History Train(Func<IReadOnlyList<Tensor>, Optimizer> optimizer)
    {
        Sequential net = PreciseNet(2);
        var trainer = new Trainer
        {
            Model = net,
            Optimizer = optimizer(net.Parameters),
            Loss = Loss,
            Metrics = [new Accuracy()],
        };
        return trainer.Fit(Precise, epochs: 20, batchSize: 20, shuffle: false, validation: Held);
    }
}
