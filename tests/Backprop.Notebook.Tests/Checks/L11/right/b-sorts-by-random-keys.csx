// L11.b
int[][] Batches(int count, int size, int seed)
{
    var random = new Random(seed);
    var rows = Enumerable.Range(0, count).OrderBy(_ => random.NextDouble()).ToList();
    var result = new System.Collections.Generic.List<int[]>();
    for (int i = 0; i < count; i += size) result.Add(rows.GetRange(i, Math.Min(size, count - i)).ToArray());
    return result.ToArray();
}
