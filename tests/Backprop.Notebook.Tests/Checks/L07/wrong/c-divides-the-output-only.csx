// L07.c: 3 points
// says: The output was divided by the number of rows
- slopes[r][labels[r]] -= 1.0 / scores.Length;
+ slopes[r][labels[r]] -= 1.0;
