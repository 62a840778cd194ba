// L03.b: 0 points
// says: half as far
- slopeM -= 2 * e * x[i] / x.Length;
+ slopeM -= e * x[i] / x.Length;
- slopeB -= 2 * e / x.Length;
+ slopeB -= e / x.Length;
