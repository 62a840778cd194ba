// L17.c: 0 points
// says: That is guessing
int[] FirstBits(double[][] sequences, int[] labels, double[][] unknown) => [.. unknown.Select((s, k) => s[^1] > 0 ? 1 : 0)];
