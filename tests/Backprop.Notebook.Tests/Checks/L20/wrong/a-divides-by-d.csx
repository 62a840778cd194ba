// L20.a: 0 points
// says: The scores are divided by d
- / Math.Sqrt(K[j].Length);
+ / K[j].Length;
