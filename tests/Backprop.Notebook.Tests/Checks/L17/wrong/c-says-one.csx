// L17.c: 0 points
// says: All your answers are 1
int[] FirstBits(double[][] sequences, int[] labels, double[][] unknown) => [.. unknown.Select(_ => 1)];
