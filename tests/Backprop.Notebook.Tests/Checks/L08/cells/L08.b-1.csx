static void Backward(this Value output)
{
    var order = new List<Value>();
    var seen = new HashSet<Value>();
    void Visit(Value v)
    {
        if (!seen.Add(v)) return;
        foreach (var (from, _) in v.Inputs) Visit(from);
        order.Add(v);
    }
    Visit(output);
    foreach (Value v in order) v.Grad = 0;
    output.Grad = 1;
    for (int i = order.Count - 1; i >= 0; i--)
        foreach (var (from, local) in order[i].Inputs)
            from.Grad += order[i].Grad * local;
}
