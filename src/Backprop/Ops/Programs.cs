using static Backprop.Ops.Formula;

namespace Backprop.Ops;

/// <summary>The few programs that are no op of their own.</summary>
internal static class Programs
{
    /// <summary>y = x</summary>
    internal static readonly Program Copy = new(1, 0, Input(0));

    /// <summary>y = a + b</summary>
    internal static readonly Program Add = new(2, 0, Input(0) + Input(1));

    /// <summary>y = s, the same number everywhere.</summary>
    internal static readonly Program Fill = new(0, 1, Scalar(0));

    /// <summary>y = s₀ + s₁ · x</summary>
    internal static readonly Program Affine = new(1, 2, Scalar(0) + Scalar(1) * Input(0));

    /// <summary>y = s₀ + s₁ · column</summary>
    internal static readonly Program Ramp = new(0, 2, Scalar(0) + Scalar(1) * Column);
}
