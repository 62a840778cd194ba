// L13.c: 0 points
// says: v has no hat: the slip
- Math.Sqrt(vHat)
+ Math.Sqrt(v[k])
