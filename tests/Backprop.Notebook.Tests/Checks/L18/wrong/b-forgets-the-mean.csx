// L18.b: 3 points
// says: activities moves the mean by only
- for (int i = 0; i < H.Length; i++) slopes[i][k] = slope / H.Length;
+ for (int i = 0; i < H.Length; i++) slopes[i][k] = slope;
