double[] Slopes(global::Backprop.Wiring wiring)
{
    var v = new List<Value>();
    foreach (var (data, inputs) in wiring.Nodes)
        v.Add(new Value(data, [.. inputs.Select(e => (v[e.Node], e.Local))]));
    for (int call = 0; call < wiring.Calls; call++) v[wiring.Output].Backward();
    return [.. v.Select(x => x.Grad)];
}

global::Backprop.Check.Run("L08.b", Slopes)
