// L17.b: 0 points
// says: C should be
(double H, double C, double DX, double DH, double DC) LstmStep(double x, double h, double c, double[] wx, double[] wh, double[] b, double slopeH, double slopeC) => (0.27669, 0.55361, 0, 0, 0.73106);
