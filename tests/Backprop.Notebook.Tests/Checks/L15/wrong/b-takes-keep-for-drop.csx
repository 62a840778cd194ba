// L15.b: 4 points
// says: keep is the probability to keep, not to drop
- double[] factor = [.. h.Select(_ => random.NextDouble() < keep ? 1 / keep : 0)];
+ double[] factor = [.. h.Select(_ => random.NextDouble() > keep ? 1 / keep : 0)];
