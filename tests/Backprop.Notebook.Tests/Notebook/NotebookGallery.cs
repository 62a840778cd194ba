using Backprop.Display;

namespace Backprop.Tests.Notebook;

/// <summary>
/// One object of each kind that the library shows, with numbers that are computed here and never change.
/// </summary>
internal static class NotebookGallery
{
    public static IReadOnlyDictionary<string, Func<object>> All { get; } = new Dictionary<string, Func<object>>
    {
        ["tensor-parameter"] = Parameter,
        ["tensor-alarm"] = () => Tensor.From(Waves(24), [4, 6]).Log(),
        ["tensor-images"] = Images,
        ["tensor-large"] = () => Tensor.From(Waves(600 * 256).Select(Math.Abs).ToArray(), [600, 256]),
        ["tensor-vector"] = () => Tensor.From(Waves(10)),
        ["tensor-long-vector"] = () => Tensor.From(Waves(500)),
        ["tensor-three-axes"] = () => Tensor.From(Waves(2 * 3 * 4 * 5), [2, 3, 4, 5]),
        ["tensor-number"] = () => Tensor.From([0.2535f]).Sum(),
        ["tensor-labels"] = () => Tensor.From([3, 0, 7, 4, 1, 8, 5, 2]),
        ["tensor-mask"] = () => Tensor.From(Waves(12), [3, 4]) > 0,
        ["module"] = Net,
        ["module-summary"] = () => Net().Summary(32, 784),
        ["module-error"] = () =>
            new Sequential(new Linear(784, 64), new Relu(), new Linear(32, 10), new Sigmoid()).Summary(8, 784),
        ["module-own"] = () => new Residual(16).Summary(4, 16),
        ["module-gpt"] = () => new Gpt(65, 32, blocks: 1).Summary(4, 16),
        ["draw-neurons"] = Xor,
        ["draw-cnn"] = () => Cnn().Draw(),
        ["draw-resnet"] = () => new ResNet().Draw(),
        ["draw-gpt"] = () => new Gpt(65, 32).Draw(),
        ["draw-rnn"] = () => new Sequential(new Embedding(65, 16), new Lstm(16, 64), new Linear(64, 65)).Draw(),
        ["data-table"] = () => Datasets.HousePrices,
        ["data-set"] = () => Datasets.Moons(30),
        ["data-vocabulary"] = () => Vocabulary.OfCharacters("to be, or not to be\n"),
        ["confusion"] = Confusion,
        ["roc"] = () => RocCurve.Of(Tensor.From(Waves(40)), Tensor.From(Waves(42).Skip(2).ToArray()) > 0),
        ["optimizer"] = () => new Adam(new Linear(2, 3).Parameters),
        ["schedule"] = () => new CosineDecay(40),
        ["changes"] = Changes,
    };

    public static MimeBundle Show(string name)
    {
        NotebookDefaults.Register();
        return Formatter.ToBundle(All[name]());
    }

    /// <summary>Numbers from −1.2 to 1.2 that look like chance.</summary>
    public static double[] Waves(int count) =>
        [.. Enumerable.Range(0, count).Select(i => (0.7 * Math.Sin(i * 1.7)) + (0.5 * Math.Sin((i * i * 0.37) + 1)))];

    private static Tensor Parameter()
    {
        Tensor weight = Tensor.From(Waves(48), [6, 8]).To(DType.Float32).RequireGrad();
        Tensor other = Tensor.From(Waves(100).Skip(52).ToArray(), [6, 8]).To(DType.Float32);
        (weight * weight * other * 0.1).Sum().Backward();
        return weight;
    }

    private static Tensor Images()
    {
        var pixels = new List<double>();
        for (int image = 0; image < 20; image++)
        {
            for (int i = 0; i < 256; i++)
            {
                double r = Math.Sqrt(Math.Pow((i / 16) - 7.5, 2) + Math.Pow((i % 16) - 7.5, 2));
                pixels.Add(Math.Exp(-Math.Pow((r - (image % 7)) / 1.5, 2)));
            }
        }
        return Tensor.From(pixels.ToArray(), [20, 1, 16, 16]).To(DType.Float32);
    }

    private static ModuleDrawing Xor()
    {
        Sequential net =
        [
            new Linear(2, 2) { Weight = [[2.37, 2.37], [2.37, -1.5]], Bias = [-3.76, -0.98] }, Functional.Tanh,
            new Linear(2, 1) { Weight = [[-4.08, 4.08]], Bias = [-4.11] }, Functional.Sigmoid,
        ];
        return net.Draw();
    }

    private static Sequential Cnn() =>
    [
        new Conv2d(1, 8, kernel: 3, padding: 1), Functional.Relu, new MaxPool2d(2),
        new Conv2d(8, 16, kernel: 3, padding: 1), Functional.Relu, new MaxPool2d(2),
        Functional.Flatten, new Linear(784, 64), Functional.Relu, new Dropout(0.5), new Linear(64, 10),
    ];

    private static ConfusionMatrix Confusion()
    {
        int[] right = [.. Enumerable.Range(0, 60).Select(i => i % 4)];
        int[] taken = [.. right.Select((label, i) => i % 7 == 0 ? (label + 1) % 4 : label)];
        return ConfusionMatrix.Of(Tensor.From(taken), Tensor.From(right), ["cat", "dog", "fox", "owl"]);
    }

    private static ParameterChanges Changes()
    {
        var net = new Linear(4, 3) { Weight = Tensor.From(Waves(12), [3, 4]).To(DType.Float32), Bias = [0, 0, 0] };
        var before = net.State();
        net.Load(before.ToDictionary(entry => entry.Key, entry => (entry.Value * 0.9) + 0.1));
        return net.ChangesSince(before);
    }

    private static Sequential Net() =>
        [new Linear(784, 128), new Relu(), new Sequential(new Linear(128, 32), new Tanh()), new Linear(32, 10)];

    private sealed class Residual(int features) : Module
    {
        public Linear First { get; } = new(features, features);

        public Linear Second { get; } = new(features, features);

        public override Tensor Forward(Tensor x) => x + Second.Forward(First.Forward(x).Tanh());
    }
}
