// L11.b: 1 points
// says: occurs more than once
int[][] Batches(int count, int size, int seed)
{
    var random = new Random(seed);
    return Enumerable.Range(0, count).Select(_ => random.Next(count)).Chunk(size).ToArray();
}
