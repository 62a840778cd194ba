// L15.b: 1 points
// says: You multiplied by keep
- double[] factor = [.. h.Select(_ => random.NextDouble() < keep ? 1 / keep : 0)];
+ double[] factor = [.. h.Select(_ => random.NextDouble() < keep ? keep : 0)];
