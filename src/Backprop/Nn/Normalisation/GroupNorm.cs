using System.Globalization;

namespace Backprop;

/// <summary>
/// y = (x − mean) / √(variance + ε) · weight + bias for each example and group of channels. One group is layer norm of
/// images; as many as channels, instance norm. Does not depend on the batch. Wu and He, 2018.
/// </summary>
public sealed class GroupNorm : Module
{
    private readonly int channels;

    /// <summary>Normalises <c>[batch, channels, …]</c> by groups of neighbouring channels.</summary>
    /// <param name="groups">How many groups.</param>
    /// <param name="channels">How many channels; the groups divide them.</param>
    /// <param name="epsilon">Added to the variance.</param>
    /// <param name="affine">Whether a scale and a shift are learned for each channel.</param>
    /// <exception cref="ArgumentException">The groups do not divide the channels.</exception>
    public GroupNorm(int groups, int channels, double epsilon = 1e-5, bool affine = true)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(groups);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(channels);
        ArgumentOutOfRangeException.ThrowIfNegative(epsilon);
        if (channels % groups != 0)
        {
            throw new ArgumentException($"{channels} channels do not fall into {groups} groups. Choose groups that "
                + "divide them.");
        }
        Groups = groups;
        this.channels = channels;
        Epsilon = epsilon;
        Weight = affine ? Tensor.Ones(channels).RequireGrad() : null;
        Bias = affine ? Tensor.Zeros(channels).RequireGrad() : null;
    }

    /// <summary>How many groups.</summary>
    public int Groups { get; }

    /// <summary>ε, added to the variance.</summary>
    public double Epsilon { get; }

    /// <summary>The learned scale, <c>[channels]</c>; null without.</summary>
    /// <exception cref="ArgumentException">A weight of another shape is set.</exception>
    public Tensor? Weight
    {
        get;
        init => field = Fitting.Parameter(nameof(Weight), field, value);
    }

    /// <summary>The learned shift, <c>[channels]</c>; null without.</summary>
    /// <exception cref="ArgumentException">A bias of another shape is set.</exception>
    public Tensor? Bias
    {
        get;
        init => field = Fitting.Parameter(nameof(Bias), field, value);
    }

    /// <summary>Each group of each example with mean 0 and variance 1, scaled and shifted; the shape stays.</summary>
    /// <exception cref="ArgumentException">x has another number of channels.</exception>
    public override Tensor Forward(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (x.Shape.Rank < 2 || x.Shape[1] != channels)
        {
            throw new ArgumentException($"{this} takes [batch, {channels}, …], but x is {x.Shape}. Change the layer or "
                + "reshape x.");
        }
        int inGroup = x.Shape[1..].Size / Groups;
        var rows = x.Reshape(x.Shape[0], Groups, inGroup);
        var y = new Ops.Standardise(Epsilon, IsCentred: true).Apply(rows).Y.Reshape(x.Shape);
        return PerChannel.Affine(y, Weight, Bias, PerChannel.Shape(x, channels));
    }

    /// <summary><c>GroupNorm(16 channels, 4 groups)</c></summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"GroupNorm({channels} channels, {Groups} groups)");
}
