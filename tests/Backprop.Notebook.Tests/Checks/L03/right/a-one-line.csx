// L03.a
double Mse(double[] predicted, double[] actual) => predicted.Zip(actual, (p, a) => (p - a) * (p - a)).Average();
