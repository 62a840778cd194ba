// L11.d
(int Epoch, string Why) StopAt(double[] losses, double[] norms, double[] validation, double smallLoss, double smallNorm, int patience, int most)
{
    int First(Func<int, bool> rings) => Enumerable.Range(0, losses.Length).Where(rings).Select(e => e + 1).FirstOrDefault(int.MaxValue);
    int Waited(int e) => e - validation.Take(e + 1).Select((v, i) => (v, i)).MinBy(p => p.v).i;
    var bells = new[] { (First(e => losses[e] < smallLoss), "loss"), (First(e => norms[e] < smallNorm), "gradient"),
        (First(e => Waited(e) >= patience), "validation"), (First(e => e + 1 >= most), "epochs") };
    var first = bells.OrderBy(b => b.Item1).First();
    return first.Item1 == int.MaxValue ? (losses.Length, "running") : first;
}
