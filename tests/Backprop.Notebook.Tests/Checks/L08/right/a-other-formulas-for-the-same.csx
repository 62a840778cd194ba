// L08.a
static Value Tanh(this Value x)
{
    double plus = Math.Exp(x.Data), minus = Math.Exp(-x.Data);
    return new Value((plus - minus) / (plus + minus), (x, 4 / ((plus + minus) * (plus + minus))));
}

static Value Relu(this Value x) => new((x.Data + Math.Abs(x.Data)) / 2, (x, x.Data <= 0 ? 0 : 1));

static Value Pow(this Value x, double k)
{
    if (k == 0) return new Value(1, (x, 0));
    double below = Math.Pow(x.Data, k - 1);
    return new Value(Math.Pow(x.Data, k), (x, k * below));
}
