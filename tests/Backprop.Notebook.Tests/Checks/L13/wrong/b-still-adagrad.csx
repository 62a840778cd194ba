// L13.b: 0 points
// says: That is AdaGrad
- mean[k] = beta * mean[k] + (1 - beta) * slope[k] * slope[k];
+ mean[k] += slope[k] * slope[k];
