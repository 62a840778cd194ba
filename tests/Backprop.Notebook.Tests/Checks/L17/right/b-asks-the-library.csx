// L17.b
(double H, double C, double DX, double DH, double DC) LstmStep(double x, double h, double c, double[] wx, double[] wh, double[] b, double slopeH, double slopeC)
{
    Tensor One(double v) => Tensor.From([v], [1], DType.Float64);
    Tensor tx = One(x).RequireGrad(), th = One(h).RequireGrad(), tc = One(c).RequireGrad();
    Tensor Sum(int k) => One(wx[k]) * tx + One(wh[k]) * th + One(b[k]);
    Tensor newC = Sum(1).Sigmoid() * tc + Sum(0).Sigmoid() * Sum(2).Tanh();
    Tensor newH = Sum(3).Sigmoid() * newC.Tanh();
    Tensor[] slopes = Tensor.Gradients((One(slopeH) * newH + One(slopeC) * newC).Sum(), [tx, th, tc]);
    return (newH.Item(), newC.Item(), slopes[0].Item(), slopes[1].Item(), slopes[2].Item());
}
