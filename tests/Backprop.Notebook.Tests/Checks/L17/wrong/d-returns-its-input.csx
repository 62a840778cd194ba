// L17.d: 0 points
// says: Nothing was clipped
double[][] Clip(double[][] gradients, double max) => gradients;
