// L13.d: 4 points
// says: All weights share one rate
- rates[k] += kappa;
+ rates[0] += kappa;
- rates[k] *= 1 - phi;
+ rates[0] *= 1 - phi;
- result[k] -= rates[k] * slope[k];
+ result[k] -= rates[0] * slope[k];
