// L06.a: 0 points
// says: null came back
double[] Forward(double[] x, double[][][] weights, double[][] biases) => null;
