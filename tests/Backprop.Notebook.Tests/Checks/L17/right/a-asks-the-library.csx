// L17.a
(double[] H, double DWx, double DWh, double DB) RnnBack(double[] x, double wx, double wh, double b)
{
    Tensor One(double v) => Tensor.From([v], [1], DType.Float64);
    Tensor a = One(wx).RequireGrad(), w = One(wh).RequireGrad(), c = One(b).RequireGrad(), h = One(0);
    var all = new List<double>();
    foreach (double input in x)
    {
        h = (a * One(input) + w * h + c).Tanh();
        all.Add(h.Item());
    }
    Tensor[] slopes = Tensor.Gradients(h.Sum(), [a, w, c]);
    return ([.. all], slopes[0].Item(), slopes[1].Item(), slopes[2].Item());
}
