// L03.d: 2 points
// says: nudging weight
- for (int k = 0; k < w.Length; k++) slopes
+ for (int k = 0; k < Math.Min(2, w.Length); k++) slopes
