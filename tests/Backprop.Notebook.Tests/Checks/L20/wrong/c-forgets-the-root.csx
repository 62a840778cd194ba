// L20.c: 0 points
// says: The scores are not divided by the root of the piece's length
- / Math.Sqrt(key.Length))];
+ )];
