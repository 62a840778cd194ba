double[] Play(global::Backprop.Recipe recipe)
{
    var v = recipe.Inputs.Select(x => new Value(x)).ToList();
    foreach (var s in recipe.Steps)
        v.Add(s.Do switch
        {
            "+" => v[s.A] + v[s.B], "*" => v[s.A] * v[s.B],
            "tanh" => v[s.A].Tanh(), "relu" => v[s.A].Relu(), _ => v[s.A].Pow(s.K),
        });
    v[^1].Grad = 1;
    for (int i = v.Count - 1; i >= 0; i--)
        foreach (var (from, local) in v[i].Inputs) from.Grad += v[i].Grad * local;
    return [v[^1].Data, .. v.Take(recipe.Inputs.Length).Select(x => x.Grad)];
}

global::Backprop.Check.Run("L08.a", Play)
