// L13.b: 3 points
// says: All weights share one average
- mean[k] = beta * mean[k] + (1 - beta) * slope[k] * slope[k];
+ mean[0] = beta * mean[0] + (1 - beta) * slope[k] * slope[k];
- Math.Sqrt(mean[k])
+ Math.Sqrt(mean[0])
