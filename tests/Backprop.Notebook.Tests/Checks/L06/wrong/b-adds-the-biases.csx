// L06.b: 0 points
// says: You added the two biases
- B[r] += W2[r][k] * b1[k];
+ if (k == r) B[r] += b1[k];
