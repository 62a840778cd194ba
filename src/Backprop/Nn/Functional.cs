namespace Backprop;

/// <summary>Functions by their plain names, for <c>using static Backprop.Functional;</c>. Each that takes one tensor
/// fits into a <see cref="Sequential"/>.</summary>
public static partial class Functional
{
    /// <summary>While it is open, results do not remember how they were made: <c>using (NoGrad()) …</c>. For measuring,
    /// drawing and for changing parameters by hand.</summary>
    public static IDisposable NoGrad() => new NoGradScope();

    /// <summary>eˣ</summary>
    public static Tensor Exp(Tensor x) => Of(x).Exp();

    /// <summary>The natural logarithm.</summary>
    public static Tensor Log(Tensor x) => Of(x).Log();

    /// <summary>√x</summary>
    public static Tensor Sqrt(Tensor x) => Of(x).Sqrt();

    /// <summary>x²</summary>
    public static Tensor Square(Tensor x) => Of(x).Square();

    /// <summary>|x|</summary>
    public static Tensor Abs(Tensor x) => Of(x).Abs();

    /// <summary>The sine of x radians.</summary>
    public static Tensor Sin(Tensor x) => Of(x).Sin();

    /// <summary>The cosine of x radians.</summary>
    public static Tensor Cos(Tensor x) => Of(x).Cos();

    /// <summary>The hyperbolic tangent.</summary>
    public static Tensor Tanh(Tensor x) => Of(x).Tanh();

    /// <summary>σ(x) = 1 / (1 + e⁻ˣ)</summary>
    public static Tensor Sigmoid(Tensor x) => Of(x).Sigmoid();

    /// <summary>max(x, 0)</summary>
    public static Tensor Relu(Tensor x) => Of(x).Relu();

    /// <summary>eˣ / Σ eˣ along the last axis.</summary>
    public static Tensor Softmax(Tensor x) => Of(x).Softmax();

    /// <summary>The logarithm of softmax along the last axis.</summary>
    public static Tensor LogSoftmax(Tensor x) => Of(x).LogSoftmax();

    /// <summary>All axes but the first joined to one: <c>[batch, …]</c> → <c>[batch, features]</c>.</summary>
    public static Tensor Flatten(Tensor x) => Of(x).Flatten();

    /// <inheritdoc cref="Tensor.Where"/>
    public static Tensor Where(Tensor condition, Tensor yes, Tensor no) => Tensor.Where(condition, yes, no);

    /// <inheritdoc cref="Tensor.Maximum"/>
    public static Tensor Maximum(Tensor a, Tensor b) => Tensor.Maximum(a, b);

    /// <inheritdoc cref="Tensor.Minimum"/>
    public static Tensor Minimum(Tensor a, Tensor b) => Tensor.Minimum(a, b);

    /// <inheritdoc cref="Tensor.Mse"/>
    public static Tensor Mse(Tensor prediction, Tensor target) => Of(prediction).Mse(target);

    /// <inheritdoc cref="Tensor.BinaryCrossEntropy"/>
    public static Tensor BinaryCrossEntropy(Tensor probability, Tensor target) =>
        Of(probability).BinaryCrossEntropy(target);

    /// <inheritdoc cref="Tensor.BinaryCrossEntropyWithLogits"/>
    public static Tensor BinaryCrossEntropyWithLogits(Tensor logit, Tensor target) =>
        Of(logit).BinaryCrossEntropyWithLogits(target);

    /// <inheritdoc cref="Tensor.CrossEntropy"/>
    public static Tensor CrossEntropy(Tensor logits, Tensor labels) => Of(logits).CrossEntropy(labels);

    private static Tensor Of(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x;
    }
}
