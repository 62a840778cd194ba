// L15.b: 1 points
// says: The factor 1 / keep is missing
- double[] factor = [.. h.Select(_ => random.NextDouble() < keep ? 1 / keep : 0)];
+ double[] factor = [.. h.Select(_ => random.NextDouble() < keep ? 1.0 : 0)];
