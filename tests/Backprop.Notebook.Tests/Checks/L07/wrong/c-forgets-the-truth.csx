// L07.c: 0 points
// says: Subtract 1 at the label
- slopes[r][labels[r]] -= 1.0 / scores.Length;
+ 
