// L07.d: 0 points
// says: with the scores in place of the shares
- double[] o = [.. e.Select(v => v / e.Sum())];
+ double[] o = z;
