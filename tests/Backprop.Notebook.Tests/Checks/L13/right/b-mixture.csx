// L13.b
- mean[k] = beta * mean[k] + (1 - beta) * slope[k] * slope[k];
+ mean[k] += (1 - beta) * (slope[k] * slope[k] - mean[k]);
