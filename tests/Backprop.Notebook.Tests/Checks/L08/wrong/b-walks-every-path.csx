// L08.b: 4 points
// says: It walks every path
static void Backward(this Value output)
{
    var seen = new HashSet<Value>();
    void Clear(Value v)
    {
        if (!seen.Add(v)) return;
        v.Grad = 0;
        foreach (var (from, _) in v.Inputs) Clear(from);
    }
    void Push(Value v, double share)
    {
        v.Grad += share;
        foreach (var (from, local) in v.Inputs) Push(from, share * local);
    }
    Clear(output);
    Push(output, 1);
}
