// L15.b: 0 points
// says: Out has to have one number for each of h
(double[] Out, double[] Slopes) DropoutLayer(double[] h, double[] g, double keep, bool training, int seed) => ([], null);
