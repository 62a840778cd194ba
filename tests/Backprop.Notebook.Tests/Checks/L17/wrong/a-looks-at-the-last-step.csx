// L17.a: 2 points
// says: Only the last step is in it
- for (int t = x.Length - 1; t >= 0; t--)
+ for (int t = x.Length - 1; t >= x.Length - 1; t--)
