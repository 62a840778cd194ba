// L13.c: 0 points
// says: Neither average is corrected
- mHat / (Math.Sqrt(vHat) + 1e-8)
+ m[k] / (Math.Sqrt(v[k]) + 1e-8)
