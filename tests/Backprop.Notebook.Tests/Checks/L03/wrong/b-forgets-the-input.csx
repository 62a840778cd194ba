// L03.b: 0 points
// says: each error is multiplied by its x
- slopeM -= 2 * e * x[i] / x.Length;
+ slopeM -= 2 * e / x.Length;
