// L04.c
double StepSlope(double x) => 0;
double SigmoidSlope(double x) => 1 / Math.Pow(2 * Math.Cosh(x / 2), 2);
double TanhSlope(double x) => 1 / (Math.Cosh(x) * Math.Cosh(x));
double ReluSlope(double x) => Math.Max(0, Math.Sign(x));
