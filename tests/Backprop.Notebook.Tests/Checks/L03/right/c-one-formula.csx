// L03.c
double LogLoss(double z, double y) => Math.Max(z, 0) - z * y + double.LogP1(Math.Exp(-Math.Abs(z)));
