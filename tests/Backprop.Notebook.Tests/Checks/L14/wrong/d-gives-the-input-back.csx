// L14.d: 0 points
// says: Nothing was clipped
double[][] ClipByNorm(double[][] gradients, double max) => gradients;
