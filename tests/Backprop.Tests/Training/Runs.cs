namespace Backprop.Tests;

/// <summary>Small trainings for tests: 24 points in the plane, two classes, a net with dropout-like noise.</summary>
internal static class Runs
{
    internal static readonly Tensor X = Tensors.X, Y = Tensors.Y;

    /// <summary>A net whose every step draws random numbers.</summary>
    internal static Sequential Net(int hidden = 6) =>
        [new Linear(2, hidden), Functional.Tanh, new Noise(), new Linear(hidden, 1)];

    internal static float[] Values(Module net) => [.. net.Parameters.SelectMany(p => p.ToArray<float>())];

    /// <summary>A learner's own layer with random numbers and a running mean.</summary>
    internal sealed class Noise : Module
    {
        [Persistent]
        internal Tensor Mean { get; } = Tensor.Zeros(1);

        public override Tensor Forward(Tensor x)
        {
            if (!IsTraining)
                return x;
            Mean.Assign(0.9 * Mean + 0.1 * x.Detach().Mean());
            return x + 0.1 * Tensor.Randn(x.Shape);
        }
    }

    private static class Tensors
    {
        internal static readonly Tensor X = Tests.Numbers.Noise([24, 2], 3, DType.Float32);
        internal static readonly Tensor Y = (X[.., 0] * X[.., 1] > 0).To(DType.Float32).Reshape(24, 1);
    }
}
