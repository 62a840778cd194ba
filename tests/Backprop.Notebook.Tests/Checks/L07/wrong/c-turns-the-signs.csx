// L07.c: 0 points
// says: output minus truth
- slopes[r] = [.. e.Select(v => v / sum / scores.Length)];
+ slopes[r] = [.. e.Select(v => -v / sum / scores.Length)];
- slopes[r][labels[r]] -= 1.0 / scores.Length;
+ slopes[r][labels[r]] += 1.0 / scores.Length;
