// L16.a: 0 points
// says: That is the size of the image
double[][] Convolve(double[][] image, double[][] kernel, int stride, int padding) => image;
