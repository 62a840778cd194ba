// L09.a

double[] OutputDelta(double[] a, double[] t, string unit, string loss)
{
    double Loss(double[] v)
    {
        double[] h = unit == "linear" ? v : unit == "sigmoid" ? [.. v.Select(s => 1 / (1 + Math.Exp(-s)))]
            : [.. v.Select(s => Math.Exp(s) / v.Sum(Math.Exp))];
        return h.Zip(t, (o, w) => loss == "squared" ? (o - w) * (o - w)
            : loss == "log" ? -w * Math.Log(o) - (1 - w) * Math.Log(1 - o) : -w * Math.Log(o)).Sum();
    }
    return [.. a.Select((_, i) => (Loss([.. a.Select((v, k) => k == i ? v + 1e-5 : v)])
        - Loss([.. a.Select((v, k) => k == i ? v - 1e-5 : v)])) / 2e-5)];
}
