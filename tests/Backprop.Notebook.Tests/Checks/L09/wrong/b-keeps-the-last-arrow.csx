// L09.b: 0 points
// says: Only the last arrow counts
- sum += W[i][r] * delta[i];
+ sum = W[i][r] * delta[i];
