// Normalisation: layers that bring numbers to mean 0 and variance 1 on the way, then scale and shift them as is
// learned. Over which numbers mean and variance are taken is all that they differ in.
using System.Globalization;

namespace Backprop;

/// <summary>
/// y = (x − mean) / √(variance + ε) · weight + bias for each channel. While training, mean and variance are the batch's
/// (the variance divided by n), and running ones are kept (divided by n − 1); when the net is only used, those
/// count, so that an example's result does not depend on its neighbours. Ioffe and Szegedy, 2015.
/// </summary>
public abstract class BatchNorm : Module
{
    private protected BatchNorm(int channels, double epsilon, double momentum, bool affine)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(channels);
        ArgumentOutOfRangeException.ThrowIfNegative(epsilon);
        Tensor.CheckProbability(momentum, nameof(momentum));
        Epsilon = epsilon;
        Momentum = momentum;
        Weight = affine ? Tensor.Ones(channels).RequireGrad() : null;
        Bias = affine ? Tensor.Zeros(channels).RequireGrad() : null;
        RunningMean = Tensor.Zeros(channels);
        RunningVar = Tensor.Ones(channels);
    }

    /// <summary>ε, added to the variance.</summary>
    public double Epsilon { get; }

    /// <summary>How much the newest batch counts in the running mean and variance. (Other texts call 1 − this
    /// momentum.)</summary>
    public double Momentum { get; }

    /// <summary>γ, the learned scale, <c>[channels]</c>; null without.</summary>
    /// <exception cref="ArgumentException">A weight of another shape is set.</exception>
    public Tensor? Weight
    {
        get;
        init => field = Fitting.Parameter(nameof(Weight), field, value);
    }

    /// <summary>β, the learned shift, <c>[channels]</c>; null without.</summary>
    /// <exception cref="ArgumentException">A bias of another shape is set.</exception>
    public Tensor? Bias
    {
        get;
        init => field = Fitting.Parameter(nameof(Bias), field, value);
    }

    /// <summary>The mean of the batches so far, <c>[channels]</c>; the newer, the more they count.</summary>
    /// <exception cref="ArgumentException">A mean of another shape is set.</exception>
    [Persistent]
    public Tensor RunningMean
    {
        get;
        init => field = Fitting.Buffer(nameof(RunningMean), field, value);
    }

    /// <summary>The variance of the batches so far, <c>[channels]</c>.</summary>
    /// <exception cref="ArgumentException">A variance of another shape is set.</exception>
    [Persistent]
    public Tensor RunningVar
    {
        get;
        init => field = Fitting.Buffer(nameof(RunningVar), field, value);
    }

    /// <summary>How many batches were seen while training; a single int32.</summary>
    [Persistent]
    public Tensor NumBatchesTracked { get; } = Tensor.Zeros([], DType.Int32);

    /// <summary>x with mean 0 and variance 1 in each channel (axis 1), scaled and shifted.</summary>
    /// <exception cref="ArgumentException">x has another number of axes or channels; or, while training, only one
    /// number for each channel, of which there is no variance.</exception>
    public override Tensor Forward(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        Check(x.Shape);
        var shape = PerChannel.Shape(x, RunningMean.Shape[0]);
        var y = IsTraining ? Learn(x) : (x - RunningMean.Reshape(shape)) / (RunningVar + Epsilon).Sqrt().Reshape(shape);
        return PerChannel.Affine(y, Weight, Bias, shape);
    }

    /// <summary><c>BatchNorm2d(16)</c></summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{GetType().Name}({RunningMean.Shape[0]})");

    /// <summary>What axes x has: <c>[batch, channels, height, width]</c>.</summary>
    private protected abstract string Axes { get; }

    /// <summary>Whether x may have that many.</summary>
    private protected abstract bool Takes(int rank);

    /// <summary>Normalises by the batch, and keeps what it saw.</summary>
    private Tensor Learn(Tensor x)
    {
        int channels = x.Shape[1], count = x.Shape.Size / channels;
        // A row for each channel.
        var moved = x.Transpose(0, 1);
        var (y, mean, variance) = new Ops.Standardise(Epsilon, IsCentred: true).Apply(moved.Reshape(channels, count));
        using (new NoGradScope())
        {
            RunningMean.Assign((1 - Momentum) * RunningMean + Momentum * mean.Squeeze(1));
            RunningVar.Assign((1 - Momentum) * RunningVar + Momentum * count / (count - 1.0) * variance.Squeeze(1));
            NumBatchesTracked.Assign(NumBatchesTracked + 1);
        }
        return y.Reshape(moved.Shape).Transpose(0, 1);
    }

    private void Check(Shape x)
    {
        int channels = RunningMean.Shape[0];
        if (!Takes(x.Rank))
            throw new ArgumentException($"{this} takes {Axes}, but x is {x}. Reshape x.");
        if (x[1] != channels)
        {
            throw new ArgumentException($"{this} takes {channels} channels, but x {x} has {x[1]}. Make it new "
                + $"{GetType().Name}({x[1]}).");
        }
        if (IsTraining && x.Size / channels < 2)
        {
            throw new ArgumentException($"{this} needs two numbers or more for each channel while training, and x {x} "
                + $"has {x.Size / channels}. Use a larger batch, or call Eval() first.");
        }
    }
}
