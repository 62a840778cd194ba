// L07.c: 0 points
// says: You subtracted the truth from the scores
- slopes[r] = [.. e.Select(v => v / sum / scores.Length)];
+ slopes[r] = [.. scores[r].Select(v => v / scores.Length)];
