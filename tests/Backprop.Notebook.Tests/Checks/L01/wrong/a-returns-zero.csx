// L01.a: 0 points
// says: Yours is 0 in every case
int Step(double[] x, double[] w, double theta) => 0;
