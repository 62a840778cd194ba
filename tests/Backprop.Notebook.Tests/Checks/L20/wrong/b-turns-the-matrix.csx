// L20.b: 1 points
// says: W lies the wrong way
- dx[k] += dy[r] * W[r][k];
+ dx[r] += W[r][k] * (Enumerable.Range(0, x.Length).Sum(c => W[k][c] * x[c]) + b[k] > 0 ? dy[k] : 0);
- if (z <= 0) continue;
+ 
- y[r] += z;
+ y[r] += Math.Max(0, z);
