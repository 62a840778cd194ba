// L15.b: 4 points
// says: Another mask came back
(double[] Out, double[] Slopes) DropoutLayer(double[] h, double[] g, double keep, bool training, int seed)
{
    if (!training) return ([.. h], [.. g]);
    var random = new Random(seed);
    double[] Thrown(double[] v) => [.. v.Select(x => random.NextDouble() < keep ? x / keep : 0)];
    return (Thrown(h), Thrown(g));
}
