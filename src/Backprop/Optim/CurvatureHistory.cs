namespace Backprop;

/// <summary>
/// What the last steps told about curvature: pairs of a step s and the change y of the gradient along it. With them a
/// gradient is multiplied by an estimate of the inverse Hessian that is never written out (Nocedal 1980).
/// </summary>
internal sealed class CurvatureHistory
{
    private readonly List<(Tensor S, Tensor Y, double Inverse)> pairs = [];

    /// <summary>y·s / y·y of the newest pair: the estimate before any pair is used.</summary>
    internal double Scale { get; set; } = 1;

    /// <summary>Oldest first.</summary>
    internal IEnumerable<(Tensor S, Tensor Y)> Pairs => pairs.Select(pair => (pair.S, pair.Y));

    internal static double Dot(Tensor a, Tensor b) => (a * b).Sum().Item();

    /// <summary>Remembers a pair if the gradient grew along the step, and forgets the oldest of too many.</summary>
    internal void Add(Tensor s, Tensor y, int most)
    {
        double curvature = Dot(y, s);
        if (!(curvature > 1e-10))
            return;
        while (pairs.Count >= most)
            pairs.RemoveAt(0);
        pairs.Add((s, y, 1 / curvature));
        Scale = curvature / Dot(y, y);
    }

    /// <summary>−H⁻¹ g, by the two loops over the pairs.</summary>
    internal Tensor Direction(Tensor gradient)
    {
        var q = -gradient;
        var shares = new double[pairs.Count];
        for (int i = pairs.Count - 1; i >= 0; i--)
        {
            shares[i] = Dot(pairs[i].S, q) * pairs[i].Inverse;
            q -= shares[i] * pairs[i].Y;
        }
        var r = Scale * q;
        for (int i = 0; i < pairs.Count; i++)
            r += (shares[i] - Dot(pairs[i].Y, r) * pairs[i].Inverse) * pairs[i].S;
        return r;
    }

    /// <summary>Puts back pairs that were saved.</summary>
    internal void Restore(IEnumerable<(Tensor S, Tensor Y)> saved, double scale)
    {
        pairs.Clear();
        pairs.AddRange(saved.Select(pair => (pair.S, pair.Y, 1 / Dot(pair.Y, pair.S))));
        Scale = scale;
    }
}
