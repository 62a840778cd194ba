// L21.a: 0 points
// says: yours is 0
double Predict(double[][] kernel1, double[] bias1, double[][] kernel2, double[] bias2, double[] x) => 0;
