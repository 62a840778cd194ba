// L17.c: 0 points
// says: return one label for each
int[] FirstBits(double[][] sequences, int[] labels, double[][] unknown) => [];
