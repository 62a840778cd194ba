// L03.a: 0 points
// says: You squared the mean error
double Mse(double[] predicted, double[] actual) => Math.Pow(predicted.Zip(actual, (p, a) => a - p).Average(), 2);
