// L13.b: 0 points
// says: are swapped
- beta * mean[k] + (1 - beta) * slope[k] * slope[k];
+ (1 - beta) * mean[k] + beta * slope[k] * slope[k];
