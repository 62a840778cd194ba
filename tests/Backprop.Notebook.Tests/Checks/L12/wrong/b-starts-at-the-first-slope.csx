// L12.b: 4 points
// says: Here it starts at 0
- double m = 0;
+ double m = slopes.Length > 0 ? slopes[0] : 0;
