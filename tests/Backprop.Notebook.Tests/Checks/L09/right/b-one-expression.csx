// L09.b

double[] HiddenDelta(double[][] W, double[] delta, double[] a, string activation) =>
    [.. a.Select((v, r) => W.Zip(delta, (row, d) => row[r] * d).Sum() * (activation switch
    {
        "relu" => v > 0 ? 1 : 0,
        "tanh" => 1 / (Math.Cosh(v) * Math.Cosh(v)),
        "sigmoid" => 1 / (2 + Math.Exp(v) + Math.Exp(-v)),
        _ => 1.0,
    }))];
