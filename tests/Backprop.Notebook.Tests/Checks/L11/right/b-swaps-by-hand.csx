// L11.b
int[][] Batches(int count, int size, int seed)
{
    var random = new Random(seed);
    int[] rows = Enumerable.Range(0, count).ToArray();
    for (int i = count - 1; i > 0; i--) { int k = random.Next(i + 1); (rows[i], rows[k]) = (rows[k], rows[i]); }
    int[][] result = new int[(count + size - 1) / size][];
    for (int b = 0; b < result.Length; b++) result[b] = rows[(b * size)..Math.Min(count, (b + 1) * size)];
    return result;
}
