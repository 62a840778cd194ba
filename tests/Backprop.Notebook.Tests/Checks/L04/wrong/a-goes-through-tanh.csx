// L04.a: 2 points
// says: subtracts two nearly equal numbers
double SafeSigmoid(double x) => 0.5 * (1 + Math.Tanh(x / 2));
