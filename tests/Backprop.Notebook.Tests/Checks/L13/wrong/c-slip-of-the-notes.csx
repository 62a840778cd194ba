// L13.c: 0 points
// says: as one file of the notes prints it
- (Math.Sqrt(vHat) + 1e-8)
+ Math.Sqrt(v[k] + 1e-8)
