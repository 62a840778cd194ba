// L11.a: 3 points
// says: largest number on the diagonal
double MaxStableRate(double[][] A) => 2 / Enumerable.Range(0, A.Length).Max(i => A[i][i]);
