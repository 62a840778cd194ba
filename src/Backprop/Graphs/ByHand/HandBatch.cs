namespace Backprop;

/// <summary>
/// The mini-batch in matrix form: rows are examples. A⁽ˡ⁾ = H⁽ˡ⁻¹⁾·W⁽ˡ⁾ᵀ + b, H⁽ˡ⁾ = Φ(A⁽ˡ⁾), and backwards
/// D⁽ˡ⁾ = (D⁽ˡ⁺¹⁾·W⁽ˡ⁺¹⁾) ⊙ Φ′(A⁽ˡ⁾), ∂L/∂W⁽ˡ⁾ = D⁽ˡ⁾ᵀ·H⁽ˡ⁻¹⁾ / B, ∂L/∂b⁽ˡ⁾ = column sums of D⁽ˡ⁾ / B.
/// </summary>
public static class HandBatch
{
    /// <summary>The gradients of the mean loss over a batch.</summary>
    /// <param name="network">The network.</param>
    /// <param name="x">The examples, <c>[batch, inputs]</c>.</param>
    /// <param name="lossSlope">Given the outputs <c>[batch, outputs]</c>: ∂L/∂o of each example's own loss, same shape.</param>
    /// <returns>The gradients averaged over the batch; <c>Deltas</c> is empty, since every example has its own.</returns>
    public static HandGradients MeanGradients(HandNetwork network, double[,] x, Func<double[,], double[,]> lossSlope)
    {
        int layers = network.Layers.Count, batch = x.GetLength(0);
        var a = new double[layers][,];
        var h = new double[layers + 1][,];
        h[0] = x;
        for (int l = 0; l < layers; l++)
        {
            HandLayer layer = network.Layers[l];
            a[l] = Map(Multiply(h[l], Transpose(layer.Weights)), (value, _, column) => value + layer.Bias[column]);
            h[l + 1] = Map(a[l], (value, _, _) => layer.Activation.Value(value));
        }

        var weights = new double[layers][,];
        var biases = new double[layers][];
        double[,] arriving = lossSlope(h[layers]);
        for (int l = layers - 1; l >= 0; l--)
        {
            HandActivation phi = network.Layers[l].Activation;
            double[,] before = a[l], after = h[l + 1];
            double[,] d = Map(arriving, (value, row, column) => value * phi.Slope(before[row, column], after[row, column]));
            weights[l] = Map(Multiply(Transpose(d), h[l]), (value, _, _) => value / batch);
            biases[l] = [.. Enumerable.Range(0, d.GetLength(1)).Select(c => Enumerable.Range(0, batch).Sum(r => d[r, c]) / batch)];
            arriving = Multiply(d, network.Layers[l].Weights);
        }
        return new HandGradients(weights, biases, []);
    }

    private static double[,] Multiply(double[,] left, double[,] right)
    {
        var product = new double[left.GetLength(0), right.GetLength(1)];
        for (int i = 0; i < left.GetLength(0); i++)
            for (int k = 0; k < left.GetLength(1); k++)
                for (int j = 0; j < right.GetLength(1); j++)
                    product[i, j] += left[i, k] * right[k, j];
        return product;
    }

    private static double[,] Transpose(double[,] m)
    {
        var t = new double[m.GetLength(1), m.GetLength(0)];
        for (int i = 0; i < m.GetLength(0); i++)
            for (int j = 0; j < m.GetLength(1); j++)
                t[j, i] = m[i, j];
        return t;
    }

    private static double[,] Map(double[,] m, Func<double, int, int, double> f)
    {
        var result = new double[m.GetLength(0), m.GetLength(1)];
        for (int i = 0; i < m.GetLength(0); i++)
            for (int j = 0; j < m.GetLength(1); j++)
                result[i, j] = f(m[i, j], i, j);
        return result;
    }
}
