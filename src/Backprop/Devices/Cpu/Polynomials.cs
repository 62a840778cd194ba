using System.Runtime.CompilerServices;

namespace Backprop;

/// <summary>
/// The polynomials inside <see cref="Functions{L,V}"/>: near-minimax fits (Chebyshev nodes, 40 digits), highest power
/// first. Their own error is below a tenth of the last place; what is left is rounding.
/// </summary>
internal static class Polynomials<L, V>
    where L : ILanes<V>
    where V : struct
{
    /// <summary>(eˣ − 1 − x) / x² for |x| ≤ ½ log 2, in single precision.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Exp32(V x)
    {
        var y = L.Of(0.001392618359);
        y = L.Fma(y, x, L.Of(0.008363179053));
        y = L.Fma(y, x, L.Of(0.04166655462));
        y = L.Fma(y, x, L.Of(0.1666657699));
        return L.Fma(y, x, L.Of(0.5));
    }

    /// <summary>(eˣ − 1 − x) / x² for |x| ≤ ½ log 2, in double precision.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Exp64(V x)
    {
        var y = L.Of(2.0914686968086876e-09);
        y = L.Fma(y, x, L.Of(2.5105217004720745e-08));
        y = L.Fma(y, x, L.Of(2.75572736431103e-07));
        y = L.Fma(y, x, L.Of(2.7557255400206422e-06));
        y = L.Fma(y, x, L.Of(2.4801587325547743e-05));
        y = L.Fma(y, x, L.Of(0.00019841269874820624));
        y = L.Fma(y, x, L.Of(0.0013888888888883748));
        y = L.Fma(y, x, L.Of(0.008333333333326136));
        y = L.Fma(y, x, L.Of(0.04166666666666667));
        y = L.Fma(y, x, L.Of(0.1666666666666667));
        return L.Fma(y, x, L.Of(0.5));
    }

    /// <summary>(log((1 + s) / (1 − s)) − 2s) / s³ with x = s² ≤ 0.0295, in single precision.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Log32(V x)
    {
        var y = L.Of(0.2958039828);
        y = L.Fma(y, x, L.Of(0.3998877067));
        return L.Fma(y, x, L.Of(0.6666668506));
    }

    /// <summary>(log((1 + s) / (1 − s)) − 2s) / s³ with x = s² ≤ 0.0295, in double precision.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Log64(V x)
    {
        var y = L.Of(0.1461703754879165);
        y = L.Fma(y, x, L.Of(0.15331674030167863));
        y = L.Fma(y, x, L.Of(0.18182890556695605));
        y = L.Fma(y, x, L.Of(0.2222221111514416));
        y = L.Fma(y, x, L.Of(0.2857142862609589));
        y = L.Fma(y, x, L.Of(0.3999999999989924));
        return L.Fma(y, x, L.Of(0.666666666666667));
    }

    /// <summary>erf(a) / a − 1 with x = a² ≤ 1, in single precision.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Erf32(V x)
    {
        var y = L.Of(7.875875063e-5);
        y = L.Fma(y, x, L.Of(-0.0008016864287));
        y = L.Fma(y, x, L.Of(0.005189087423));
        y = L.Fma(y, x, L.Of(-0.02685421201));
        y = L.Fma(y, x, L.Of(0.1128359472));
        y = L.Fma(y, x, L.Of(-0.3761262667));
        return L.Fma(y, x, L.Of(0.1283791658));
    }

    /// <summary>erf(a) / a − 1 with x = a² ≤ 1, in double precision.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Erf64(V x)
    {
        var y = L.Of(5.957176147748911e-11);
        y = L.Fma(y, x, L.Of(-1.1372848856791674e-09));
        y = L.Fma(y, x, L.Of(1.4659775274047436e-08));
        y = L.Fma(y, x, L.Of(-1.6350312701054695e-07));
        y = L.Fma(y, x, L.Of(1.6461000484121368e-06));
        y = L.Fma(y, x, L.Of(-1.4925595266831182e-05));
        y = L.Fma(y, x, L.Of(0.0001205533111164271));
        y = L.Fma(y, x, L.Of(-0.000854832698083379));
        y = L.Fma(y, x, L.Of(0.0052239776248180145));
        y = L.Fma(y, x, L.Of(-0.026866170645076792));
        y = L.Fma(y, x, L.Of(0.11283791670954879));
        y = L.Fma(y, x, L.Of(-0.3761263890318375));
        return L.Fma(y, x, L.Of(0.12837916709551256));
    }

    /// <summary>exp(a²) erfc(a) for 1 ≤ a ≤ 4 with x = 12 / (a + 2) − 3, in single precision.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Erfc32(V x)
    {
        var y = L.Of(-1.149486198e-6);
        y = L.Fma(y, x, L.Of(-2.802938326e-5));
        y = L.Fma(y, x, L.Of(4.607866369e-5));
        y = L.Fma(y, x, L.Of(0.002924752079));
        y = L.Fma(y, x, L.Of(0.02685091128));
        y = L.Fma(y, x, L.Of(0.1423953299));
        return L.Fma(y, x, L.Of(0.2553956763));
    }

    /// <summary>exp(a²) erfc(a) for 1 ≤ a ≤ 6 with x = 14.4 / (a + 3) − 2.6, in double precision.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Erfc64(V x)
    {
        var y = L.Of(-1.6799777159311457e-13);
        y = L.Fma(y, x, L.Of(-4.468786282795809e-15));
        y = L.Fma(y, x, L.Of(6.716060821011204e-12));
        y = L.Fma(y, x, L.Of(-6.030100178315267e-12));
        y = L.Fma(y, x, L.Of(-2.5809703293704675e-10));
        y = L.Fma(y, x, L.Of(2.6378817019432074e-10));
        y = L.Fma(y, x, L.Of(1.1340261055840323e-08));
        y = L.Fma(y, x, L.Of(4.526722197970927e-09));
        y = L.Fma(y, x, L.Of(-5.541277438329464e-07));
        y = L.Fma(y, x, L.Of(-2.4255574811020284e-06));
        y = L.Fma(y, x, L.Of(1.956358330834969e-05));
        y = L.Fma(y, x, L.Of(0.00033160296057845436));
        y = L.Fma(y, x, L.Of(0.0024793146970724187));
        y = L.Fma(y, x, L.Of(0.012713147695691995));
        y = L.Fma(y, x, L.Of(0.0496984454033948));
        y = L.Fma(y, x, L.Of(0.15436117429436919));
        return L.Fma(y, x, L.Of(0.20798329133342885));
    }
}
