// L08.b: 2 points
// says: and then again
static void Backward(this Value output)
{
    void Clear(Value v)
    {
        v.Grad = 0;
        foreach (var (from, _) in v.Inputs) Clear(from);
    }
    void Push(Value v)
    {
        foreach (var (from, local) in v.Inputs)
        {
            from.Grad += v.Grad * local;
            Push(from);
        }
    }
    Clear(output);
    output.Grad = 1;
    Push(output);
}
