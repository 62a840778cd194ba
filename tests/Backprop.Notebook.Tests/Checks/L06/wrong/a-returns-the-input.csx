// L06.a: 0 points
// says: That is the input itself
double[] Forward(double[] x, double[][][] weights, double[][] biases) => x;
