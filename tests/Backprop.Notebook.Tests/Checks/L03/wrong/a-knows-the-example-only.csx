// L03.a: 0 points
// says: should be
double Mse(double[] predicted, double[] actual) => 0.5;
