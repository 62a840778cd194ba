// L17.a: 0 points
// says: H should hold
(double[] H, double DWx, double DWh, double DB) RnnBack(double[] x, double wx, double wh, double b) => ([], 0, 0, 0);
