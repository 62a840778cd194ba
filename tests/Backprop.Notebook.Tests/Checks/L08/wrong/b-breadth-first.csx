// L08.b: 3 points
// says: before all its users had reported
static void Backward(this Value output)
{
    var order = new List<Value> { output };
    var seen = new HashSet<Value> { output };
    for (int i = 0; i < order.Count; i++)
        foreach (var (from, _) in order[i].Inputs)
            if (seen.Add(from)) order.Add(from);
    foreach (Value v in order) v.Grad = 0;
    output.Grad = 1;
    foreach (Value v in order)
        foreach (var (from, local) in v.Inputs) from.Grad += v.Grad * local;
}
