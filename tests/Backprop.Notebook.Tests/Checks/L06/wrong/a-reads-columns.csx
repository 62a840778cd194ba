// L06.a: 0 points
// says: The matrix is read by columns
- weights[l][r][k] * h[k]
+ weights[l][k % weights[l].Length][r % h.Length] * h[k]
