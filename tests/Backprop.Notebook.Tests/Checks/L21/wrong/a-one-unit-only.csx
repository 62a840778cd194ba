// L21.a: 2 points
// says: it should be
- for (int j = 0; j < bias1.Length; j++)
+ for (int j = 0; j < 1; j++)
