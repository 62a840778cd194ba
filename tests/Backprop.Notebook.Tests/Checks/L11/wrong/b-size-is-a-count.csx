// L11.b: 0 points
// says: size is how many rows a batch has
int[][] Batches(int count, int size, int seed) =>
    Enumerable.Range(0, size).Select(k => Enumerable.Range(0, count).Where(i => i % size == k).ToArray()).ToArray();
