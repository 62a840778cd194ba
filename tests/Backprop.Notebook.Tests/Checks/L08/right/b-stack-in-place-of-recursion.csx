// L08.b
static void Backward(this Value output)
{
    var order = new List<Value>();
    var seen = new HashSet<Value>();
    var stack = new Stack<(Value V, bool Done)>();
    stack.Push((output, false));
    while (stack.TryPop(out var top))
    {
        if (top.Done) { order.Add(top.V); continue; }
        if (!seen.Add(top.V)) continue;
        stack.Push((top.V, true));
        foreach (var (from, _) in top.V.Inputs) stack.Push((from, false));
    }
    foreach (var v in order) v.Grad = v == output ? 1 : 0;
    order.Reverse();
    foreach (var v in order)
        foreach (var (from, local) in v.Inputs) from.Grad += v.Grad * local;
}
