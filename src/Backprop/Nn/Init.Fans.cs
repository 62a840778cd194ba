using DenseMatrix = MathNet.Numerics.LinearAlgebra.Double.DenseMatrix;

namespace Backprop;

/// <content>
/// Initialisers that keep the size of activations and gradients from layer to layer. Weights are
/// <c>[outputs, inputs, …]</c>; axes behind the second (a kernel's height and width) count to both fans.
/// </content>
public static partial class Init
{
    /// <summary>Xavier (Glorot): the bell curve with standard deviation √(2 / (inputs + outputs)). For sigmoid and
    /// tanh. Glorot and Bengio, 2010.</summary>
    /// <remarks>Texts that write N(0, 2 / (inputs + outputs)) name the variance.</remarks>
    /// <exception cref="ArgumentException">Fewer than two axes.</exception>
    public static Tensor XavierNormal(Shape shape) => XavierNormal(shape, 1);

    /// <inheritdoc cref="XavierNormal(Shape)"/>
    /// <param name="shape">The weights' shape.</param>
    /// <param name="gain">A factor for what follows: see <see cref="Gain"/>.</param>
    public static Tensor XavierNormal(Shape shape, double gain) => Normal(shape, 0, XavierDeviation(shape, gain));

    /// <summary>Xavier (Glorot): evenly within ±√(6 / (inputs + outputs)).</summary>
    /// <exception cref="ArgumentException">Fewer than two axes.</exception>
    public static Tensor XavierUniform(Shape shape) => XavierUniform(shape, 1);

    /// <inheritdoc cref="XavierUniform(Shape)"/>
    /// <param name="shape">The weights' shape.</param>
    /// <param name="gain">A factor for what follows: see <see cref="Gain"/>.</param>
    public static Tensor XavierUniform(Shape shape, double gain) => Even(shape, XavierDeviation(shape, gain));

    /// <summary>He (Kaiming): the bell curve with standard deviation √(2 / inputs). For ReLU, which lets only half of
    /// the variance through. He and others, 2015.</summary>
    /// <exception cref="ArgumentException">Fewer than two axes.</exception>
    public static Tensor HeNormal(Shape shape) => HeNormal(shape, FanMode.In);

    /// <inheritdoc cref="HeNormal(Shape)"/>
    /// <param name="shape">The weights' shape.</param>
    /// <param name="fan">Which fan is counted.</param>
    /// <param name="gain">A factor for what follows; √2, that of ReLU, if left out.</param>
    public static Tensor HeNormal(Shape shape, FanMode fan, double? gain = null) =>
        Normal(shape, 0, HeDeviation(shape, fan, gain));

    /// <summary>He (Kaiming): evenly within ±√(6 / inputs).</summary>
    /// <exception cref="ArgumentException">Fewer than two axes.</exception>
    public static Tensor HeUniform(Shape shape) => HeUniform(shape, FanMode.In);

    /// <inheritdoc cref="HeUniform(Shape)"/>
    /// <param name="shape">The weights' shape.</param>
    /// <param name="fan">Which fan is counted.</param>
    /// <param name="gain">A factor for what follows; √2, that of ReLU, if left out.</param>
    public static Tensor HeUniform(Shape shape, FanMode fan, double? gain = null) =>
        Even(shape, HeDeviation(shape, fan, gain));

    /// <summary>Rows (or, if there are more of them, columns) of length 1 at right angles, so that a layer turns its
    /// input and changes no length. All axes but the first count as one. Saxe and others, 2014.</summary>
    /// <exception cref="ArgumentException">Fewer than two axes.</exception>
    public static Tensor Orthogonal(Shape shape) => Orthogonal(shape, 1);

    /// <inheritdoc cref="Orthogonal(Shape)"/>
    /// <param name="shape">The weights' shape.</param>
    /// <param name="gain">The length of a row.</param>
    public static Tensor Orthogonal(Shape shape, double gain)
    {
        _ = Fans(shape);
        int rows = shape[0], columns = shape.Size / Math.Max(rows, 1);
        int tall = Math.Max(rows, columns), narrow = Math.Min(rows, columns);
        if (narrow == 0)
            return Zeros(shape);
        double[] drawn = Tensor.Randn([tall, narrow], DType.Float64).ToArray<double>();
        var qr = new DenseMatrix(tall, narrow, drawn).QR();
        var q = rows >= columns ? qr.Q : qr.Q.Transpose();
        // The signs of R's diagonal, so that every such matrix is equally likely.
        var values = new double[shape.Size];
        for (int i = 0; i < values.Length; i++)
        {
            int row = i / columns, column = i % columns, at = rows >= columns ? column : row;
            values[i] = gain * q[row, column] * (qr.R[at, at] < 0 ? -1 : 1);
        }
        return Tensor.From(values).Reshape(shape).RequireGrad();
    }

    /// <summary>How much larger first weights must be for what follows: 1 for nothing and sigmoid, 5/3 for tanh, √2 for
    /// ReLU, √(2 / (1 + slope²)) for leaky ReLU, 3/4 for SELU.</summary>
    /// <param name="nonlinearity">What follows.</param>
    /// <param name="slope">The slope of leaky ReLU below 0.</param>
    public static double Gain(Nonlinearity nonlinearity, double slope = 0.01) => nonlinearity switch
    {
        Nonlinearity.Tanh => 5.0 / 3,
        Nonlinearity.Relu => Math.Sqrt(2),
        Nonlinearity.LeakyRelu => Math.Sqrt(2 / (1 + slope * slope)),
        Nonlinearity.Selu => 0.75,
        _ => 1,
    };

    /// <summary>How many inputs one output has, and outputs one input.</summary>
    /// <param name="shape">The weights' shape, <c>[outputs, inputs, …]</c>.</param>
    /// <exception cref="ArgumentException">Fewer than two axes.</exception>
    public static (int In, int Out) Fans(Shape shape)
    {
        if (shape.Rank < 2)
        {
            throw new ArgumentException($"Fans are those of weights [outputs, inputs, …], and {shape} has {shape.Rank} "
                + "axes. Fill biases with Init.Zeros.");
        }
        int kernel = shape[2..].Size;
        return (shape[1] * kernel, shape[0] * kernel);
    }

    private static double XavierDeviation(Shape shape, double gain)
    {
        var (inputs, outputs) = Fans(shape);
        return gain * Math.Sqrt(2.0 / Math.Max(inputs + outputs, 1));
    }

    private static double HeDeviation(Shape shape, FanMode fan, double? gain)
    {
        var (inputs, outputs) = Fans(shape);
        return (gain ?? Gain(Nonlinearity.Relu)) / Math.Sqrt(Math.Max(fan == FanMode.In ? inputs : outputs, 1));
    }

    /// <summary>Evenly, with that standard deviation.</summary>
    private static Tensor Even(Shape shape, double deviation)
    {
        double bound = Math.Sqrt(3) * deviation;
        return Uniform(shape, -bound, bound);
    }
}
