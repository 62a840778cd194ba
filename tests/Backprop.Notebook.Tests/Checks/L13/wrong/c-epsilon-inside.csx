// L13.c: 5 points
// says: inside your root
- (Math.Sqrt(vHat) + 1e-8)
+ Math.Sqrt(vHat + 1e-8)
