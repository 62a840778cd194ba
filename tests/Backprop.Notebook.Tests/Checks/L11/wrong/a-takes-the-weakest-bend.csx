// L11.a: 0 points
// says: uses the weakest bend
double MaxStableRate(double[][] A) => 2 / Enumerable.Range(0, A.Length).Min(i => A[i][i]);
