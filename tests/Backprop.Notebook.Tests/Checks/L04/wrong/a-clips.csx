// L04.a: 2 points
// says: It stops falling, as if x were clipped
double SafeSigmoid(double x) => 1 / (1 + Math.Exp(-Math.Clamp(x, -36, 36)));
