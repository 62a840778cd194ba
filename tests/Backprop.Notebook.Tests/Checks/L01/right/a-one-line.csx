// L01.a
int Step(double[] x, double[] w, double theta) => x.Zip(w, (a, b) => a * b).Sum() > theta ? 1 : 0;
