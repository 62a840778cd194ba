// L13.b: 3 points
// says: inside your root
- (Math.Sqrt(mean[k]) + 1e-8)
+ Math.Sqrt(mean[k] + 1e-8)
