static Value Tanh(this Value x)
{
    double t = Math.Tanh(x.Data);
    return new Value(t, (x, 1 - t * t));
}

static Value Relu(this Value x)
{
    return new Value(Math.Max(0, x.Data), (x, x.Data > 0 ? 1 : 0));
}

static Value Pow(this Value x, double k)
{
    return new Value(Math.Pow(x.Data, k), (x, k * Math.Pow(x.Data, k - 1)));
}
