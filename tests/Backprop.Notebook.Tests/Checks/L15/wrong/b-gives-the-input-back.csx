// L15.b: 1 points
// says: Nothing was dropped, and nothing scaled
(double[] Out, double[] Slopes) DropoutLayer(double[] h, double[] g, double keep, bool training, int seed) => (h, g);
