// L11.a: 3 points
// says: largest sum of a row
double MaxStableRate(double[][] A) => 2 / A.Max(row => row.Sum(Math.Abs));
