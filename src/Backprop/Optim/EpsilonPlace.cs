using static Backprop.Ops.Formula;
using Formula = Backprop.Ops.Formula;

namespace Backprop;

/// <summary>Where the small number stands that keeps a step from dividing by 0.</summary>
/// <remarks>It matters where gradients are small: for g = 1e-6 and ε = 1e-8 the divisors are 1.01e-6 outside and 1e-4
/// inside, 99 times apart.</remarks>
public enum EpsilonPlace
{
    /// <summary>g / (√v + ε), as PyTorch and Adam write it.</summary>
    OutsideRoot,

    /// <summary>g / √(v + ε), as AdaGrad and RMSProp are often printed.</summary>
    InsideRoot,
}

/// <summary>The divisor as a formula.</summary>
internal static class EpsilonPlaces
{
    internal static Formula Root(this EpsilonPlace place, Formula v, Formula epsilon) =>
        place == EpsilonPlace.InsideRoot ? Sqrt(v + epsilon) : Sqrt(v) + epsilon;
}
