// L08.b
static void Backward(this Value output)
{
    var users = new Dictionary<Value, int> { [output] = 0 };
    var todo = new Queue<Value>([output]);
    while (todo.TryDequeue(out var v))
    {
        v.Grad = 0;
        foreach (var (from, _) in v.Inputs)
            if (users.TryAdd(from, 1)) todo.Enqueue(from); else users[from]++;
    }
    output.Grad = 1;
    todo.Enqueue(output);
    while (todo.TryDequeue(out var v))
        foreach (var (from, local) in v.Inputs)
        {
            from.Grad += v.Grad * local;
            if (--users[from] == 0) todo.Enqueue(from);
        }
}
