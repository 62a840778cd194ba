// L19.c: 1 points
// says: That is mode collapse
double[][] Forge(double[][] real, int count, int seed)
{
    var random = new Random(seed);
    return [.. Enumerable.Range(0, count).Select(_ => new[] { real[0][0] + 0.1 * random.NextDouble() + 0.4, real[0][1] + 0.1 * random.NextDouble() + 0.4 })];
}
