// L13.d: 1 points
// says: Turned round
- if (sign > 0) rates[k] += kappa;
- if (sign < 0) rates[k] *= 1 - phi;
+ if (sign < 0) rates[k] += kappa; if (sign > 0) rates[k] *= 1 - phi;
