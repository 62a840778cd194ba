class Value(double data, params (Value From, double Local)[] inputs)
{
    public double Data = data;
    public double Grad;
    public (Value From, double Local)[] Inputs = inputs;

    public static Value operator +(Value a, Value b)
    {
        return new Value(a.Data + b.Data, (a, 1), (b, 1));
    }

    public static Value operator *(Value a, Value b)
    {
        return new Value(a.Data * b.Data, (a, b.Data), (b, a.Data));
    }
}
