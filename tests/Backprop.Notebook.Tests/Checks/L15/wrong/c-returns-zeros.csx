// L15.c: 0 points
// says: should be
(int Stop, int Best) EarlyStop(double[] losses, int patience) => (0, 0);
