// L01.a: 0 points
// says: You compare each product
int Step(double[] x, double[] w, double theta) => x.Zip(w, (a, b) => a * b).Any(p => p > theta) ? 1 : 0;
