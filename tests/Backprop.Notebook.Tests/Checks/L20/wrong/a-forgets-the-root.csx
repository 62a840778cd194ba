// L20.a: 0 points
// says: The scores are not divided by the root of d
- scores[j] += Q[i][c] * K[j][c] / Math.Sqrt(K[j].Length);
+ scores[j] += Q[i][c] * K[j][c];
