// L15.a: 0 points
// says: Large weights have to cost something
double L2Loss(double[][] weights, double lambda) => 0;
double[][] L2Slopes(double[][] weights, double[][] slopes, double lambda) => slopes;
