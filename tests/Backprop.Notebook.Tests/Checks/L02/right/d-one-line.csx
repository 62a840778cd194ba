// L02.d
double[] TwoPaths(double w) => [-2 * w * Math.Sin(w * w), 2 * w * Math.Cos(w * w), 2 * w * (Math.Cos(w * w) - Math.Sin(w * w))];
