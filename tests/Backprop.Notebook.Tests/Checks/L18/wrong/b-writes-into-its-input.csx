// L18.b: 4 points
// says: H has other numbers
- for (int i = 0; i < H.Length; i++) slopes[i][k] = slope / H.Length;
+ for (int i = 0; i < H.Length; i++) H[i][k] = slopes[i][k] = slope / H.Length;
