// L13.a: 0 points
// says: so 1 come back
double[] WalkAdaGrad(double[] w, double[][] slopes, double rate) => [];
