// L19.b: 0 points
// says: Nothing moved
double[] Turn(double[] discriminator, double[] generator, double[] real, double[] noise, double rate) => [.. discriminator, .. generator];
