// L04.c
double StepSlope(double x) => 0 * Math.Sign(x);
double SigmoidSlope(double x) => 0.25 * TanhSlope(x / 2);
double TanhSlope(double x) => (1 - Math.Tanh(x)) * (1 + Math.Tanh(x));
double ReluSlope(double x) => x <= 0 ? 0 : 1;
