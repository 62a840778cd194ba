// L03.b: 0 points
// says: 5 times too far
- slopeM -= 2 * e * x[i] / x.Length;
+ slopeM -= 2 * e * x[i];
- slopeB -= 2 * e / x.Length;
+ slopeB -= 2 * e;
