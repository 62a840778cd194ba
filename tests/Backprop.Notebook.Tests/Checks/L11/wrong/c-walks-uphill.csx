// L11.c: 0 points
// says: You walk uphill
- for (int k = 0; k < w.Length; k++) w[k] -= rate * slopes[k];
+ for (int k = 0; k < w.Length; k++) w[k] += rate * slopes[k];
