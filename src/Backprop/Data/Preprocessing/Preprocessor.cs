// Preprocessing: steps between raw columns and a net's inputs. They learn from the training data alone (Fit) and treat
// all later data the same (Transform). No gradient is needed to fit them.
namespace Backprop;

/// <summary>
/// A step that prepares columns of numbers: <see cref="MeanCentering"/>, <see cref="Standardizer"/>,
/// <see cref="MinMaxScaler"/>, <see cref="Pca"/>, <see cref="Whitening"/>, <see cref="OneHotEncoder"/>, or several,
/// <see cref="Pipeline"/>.
/// </summary>
/// <remarks>Fit it to the training data only: what it learned from validation or test data would flatter their
/// figures. Inside, everything is float64; results have the type of what comes in, float32 for whole
/// numbers.</remarks>
/// <example><code>
/// var scaler = new Standardizer();
/// var train = scaler.FitTransform(trainInputs);
/// var test = scaler.Transform(testInputs);
/// </code></example>
public abstract class Preprocessor
{
    private protected Preprocessor()
    {
    }

    /// <summary>Whether it has learned its numbers, by <see cref="Fit"/> or <see cref="Load"/>.</summary>
    public bool IsFitted => InputWidth is not null;

    /// <summary>How many columns it takes; null before it is fitted.</summary>
    internal int? InputWidth { get; private protected set; }

    /// <summary>How many columns it gives; null before it is fitted.</summary>
    internal abstract int? OutputWidth { get; }

    /// <summary>Learns its numbers from training data, and forgets earlier ones.</summary>
    /// <param name="x">The training data, <c>[rows, columns]</c>.</param>
    /// <exception cref="ArgumentException">It has other axes, no rows, or holds NaN or ∞.</exception>
    public void Fit(Tensor x)
    {
        CheckRows(x);
        if (x.Shape.Size == 0)
            throw new ArgumentException($"{GetType().Name} learns nothing from {x.Shape}: it has no numbers.");
        var numbers = x.Detach().To(DType.Float64);
        CheckFinite(numbers);
        Learn(numbers);
        InputWidth = x.Shape[1];
    }

    /// <summary>Treats data as the training data was treated. Gradients flow back through it.</summary>
    /// <param name="x"><c>[rows, columns]</c>, with the columns of the training data.</param>
    /// <exception cref="InvalidOperationException">It is not fitted.</exception>
    /// <exception cref="ArgumentException">It has other columns.</exception>
    public Tensor Transform(Tensor x) => Run(x, InputWidth, Apply, "fitted to");

    /// <summary><see cref="Fit"/> and <see cref="Transform"/> in one.</summary>
    public Tensor FitTransform(Tensor x)
    {
        Fit(x);
        return Transform(x);
    }

    /// <summary>The way back: what <see cref="Transform"/> was given, up to rounding and what was left out on
    /// purpose.</summary>
    /// <param name="y"><c>[rows, columns]</c>, as <see cref="Transform"/> gives it.</param>
    /// <exception cref="InvalidOperationException">It is not fitted.</exception>
    /// <exception cref="ArgumentException">It has other columns.</exception>
    public Tensor Inverse(Tensor y) => Run(y, OutputWidth, Invert, "gives");

    /// <summary>What it has learned, as named float64 tensors, to save with the model.</summary>
    /// <exception cref="InvalidOperationException">It is not fitted.</exception>
    public Dictionary<string, Tensor> State()
    {
        CheckFitted();
        var state = new Dictionary<string, Tensor>();
        Save("", state);
        return state;
    }

    /// <summary>Takes over what <see cref="State"/> gave, instead of <see cref="Fit"/>.</summary>
    /// <exception cref="ArgumentException">It is the state of something else. Nothing is changed then.</exception>
    public void Load(IReadOnlyDictionary<string, Tensor> state)
    {
        var saved = new SavedState(state, GetType().Name);
        var (commit, _) = Restore("", saved, null);
        saved.Finish();
        commit();
    }

    /// <summary>Its name and, once fitted, what it makes of how many columns.</summary>
    public override string ToString() =>
        IsFitted ? $"{GetType().Name}({InputWidth} → {OutputWidth})" : $"{GetType().Name}(not fitted)";

    /// <summary>Learns from float64 [rows, columns].</summary>
    internal abstract void Learn(Tensor x);

    /// <summary>From float64 [rows, columns] to float64.</summary>
    internal abstract Tensor Apply(Tensor x);

    /// <summary>The way back.</summary>
    internal abstract Tensor Invert(Tensor y);

    /// <summary>Writes what was learned under names that begin with a prefix.</summary>
    internal abstract void Save(string prefix, Dictionary<string, Tensor> state);

    /// <summary>Reads and checks what <see cref="Save"/> wrote.</summary>
    /// <param name="prefix">What the names begin with.</param>
    /// <param name="saved">Where it stands.</param>
    /// <param name="width">How many columns come in, if that is known.</param>
    /// <returns>What takes it over, and how many columns come out then.</returns>
    internal abstract (Action Commit, int Width) Restore(string prefix, SavedState saved, int? width);

    private Tensor Run(Tensor x, int? width, Func<Tensor, Tensor> step, string does)
    {
        CheckFitted();
        CheckRows(x);
        if (x.Shape[1] != width)
        {
            throw new ArgumentException($"{GetType().Name} {does} {width} columns, but {x.Shape} has {x.Shape[1]}.");
        }
        return step(x.To(DType.Float64)).To(x.DType.IsFloat() ? x.DType : DType.Float32);
    }

    private void CheckFitted()
    {
        if (!IsFitted)
            throw NotFitted();
    }

    private protected InvalidOperationException NotFitted() =>
        new($"{GetType().Name} is not fitted. Call Fit(x) on the training data first.");

    private void CheckRows(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (x.Shape.Rank != 2)
        {
            string advice = x.Shape.Rank == 1 ? "x.Unsqueeze(1) makes one column of it" : "x.Reshape(rows, -1) does it";
            throw new ArgumentException($"{GetType().Name} takes [rows, columns], not {x.Shape}: {advice}.");
        }
    }

    private void CheckFinite(Tensor x)
    {
        double[] numbers = x.ToArray<double>();
        int bad = Array.FindIndex(numbers, number => !double.IsFinite(number));
        if (bad >= 0)
        {
            throw new ArgumentException($"{GetType().Name} cannot learn from row {bad / x.Shape[1]}, column "
                + $"{bad % x.Shape[1]}: it holds {(double.IsNaN(numbers[bad]) ? "NaN" : "∞")}. Leave the row out.");
        }
    }
}
