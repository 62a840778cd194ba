// L13.a: 3 points
// says: inside your root
- (Math.Sqrt(sum[k]) + 1e-8)
+ Math.Sqrt(sum[k] + 1e-8)
